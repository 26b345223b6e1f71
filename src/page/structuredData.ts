import type { Comment } from '../domain/comment.ts'
import type { CommentId } from '../domain/ids.ts'
import { describe } from './describe.ts'
import type { PageData } from './pageData.ts'
import { webAddress } from './webAddress.ts'

/** How many bytes of comments are told a second time, in UTF-8. */
const TEXT_LIMIT = 40_000

/** A thing of schema.org; what is `undefined` is left out of its JSON. */
type Thing = { '@type': string } & Record<string, unknown>

/**
 * The article and its discussion in the terms of schema.org, as Google documents them ("NewsArticle" and
 * "DiscussionForumPosting"), with comments of the page nested as they answer each other. Where the address of the
 * article on the web is not known, theirs are relative to the page.
 */
export function structuredData({ article, discussion, comments }: PageData): object {
  const address = webAddress(discussion.url)
  const description = describe(article) ?? undefined
  const common = {
    headline: article.title,
    datePublished: article.publishedAt ?? undefined,
    author: article.byline === null ? undefined : person(article.byline),
    commentCount: discussion.count,
  }
  const newsArticle: Thing = {
    '@type': 'NewsArticle',
    '@id': `${address ?? ''}#article`,
    ...common,
    description,
    url: address ?? undefined,
  }
  const posting: Thing = {
    '@type': 'DiscussionForumPosting',
    '@id': `${address ?? ''}#discussion`,
    ...common,
    text: description,
    url: `${address ?? ''}#discussion`,
    about: { '@id': newsArticle['@id'] },
    comment: nest(comments.comments, address ?? ''),
  }
  return { '@context': 'https://schema.org', '@graph': [newsArticle, posting] }
}

/** As many as there is room for, a parent before its replies. One without text is told only where a reply needs it. */
function nest(comments: readonly Comment[], address: string): Thing[] {
  const threads: Thing[] = []
  const told = new Map<CommentId, { thing: Thing; replies: Thing[] }>()
  const answered = new Set(comments.map(({ parentId }) => parentId))
  const encoder = new TextEncoder()
  let room = TEXT_LIMIT
  for (const comment of comments) {
    room -= encoder.encode(comment.body).length
    if (room < 0) break
    if (comment.body === '' && !answered.has(comment.id)) continue
    const replies: Thing[] = []
    const thing = { ...tell(comment, address), comment: replies }
    told.set(comment.id, { thing, replies })
    const above = comment.parentId === null ? undefined : told.get(comment.parentId)
    if (comment.parentId === null) threads.push(thing)
    else above?.replies.push(thing)
  }
  for (const { thing, replies } of told.values()) if (replies.length === 0) delete thing['comment']
  return threads
}

function tell({ id, author, body, createdAt, editedAt, status }: Comment, address: string): Thing {
  return {
    '@type': 'Comment',
    text: body,
    author: author.name === '' ? undefined : person(author.name),
    datePublished: createdAt,
    dateModified: editedAt ?? undefined,
    url: `${address}#comment-${id}`,
    creativeWorkStatus: status === 'deleted' ? 'Deleted' : undefined,
  }
}

function person(name: string): Thing {
  return { '@type': 'Person', name }
}
