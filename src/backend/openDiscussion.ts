import type { Input, Output } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import { DEFAULT_MAX_DEPTH } from '../domain/discussion.ts'
import { articleIdOf } from '../domain/ids.ts'
import { normaliseName } from '../domain/writing.ts'
import { checkTitle } from './checkWriting.ts'
import { readDiscussion, serveDiscussion } from './readDiscussion.ts'
import { readPageUrl } from './readPageUrl.ts'
import type { Ports } from './service.ts'
import type { Import } from './store.ts'

/** What is said of a discussion's page by whoever would open it, as it would be kept; nobody has proved it. */
export type Opening = Input<'openDiscussion'>

/** Decides whether a discussion that is not here may be opened. One that is here is given to everybody. */
export type MayOpen = (opening: Opening) => boolean

/** Of all who open a discussion at the same moment one does so, and the others are given that very one. */
export async function openDiscussion(
  ports: Pick<Ports, 'store' | 'clock' | 'mayOpen'>,
  input: Input<'openDiscussion'>,
): Promise<Output<'openDiscussion'>> {
  const { store, clock, mayOpen } = ports
  const opening = readOpening(input)
  const present = await store.readDiscussion(opening.discussionId)
  if (present) return { ...serveDiscussion(present, clock()), isNew: false }
  if (!mayOpen(opening)) throw new ProblemError({ code: 'forbidden', resource: 'discussion' })
  const isNew = await store.importDiscussion(emptyDiscussion(opening), { replace: false })
  return { ...(await readDiscussion(ports, opening)), isNew }
}

function readOpening({ discussionId, url, title }: Input<'openDiscussion'>): Opening {
  if (title !== null) checkTitle(title)
  return {
    discussionId,
    url: url === null ? null : readPageUrl(url),
    title: title === null ? null : normaliseName(title),
  }
}

/** Goes by its id where it has no title. Its article is that title alone, as the text stands on the page and nowhere else. */
function emptyDiscussion({ discussionId: id, url, title: named }: Opening): Import {
  const articleId = articleIdOf(id)
  const title = named ?? id
  return {
    article: {
      id: articleId,
      discussionId: id,
      title,
      byline: null,
      publishedAt: null,
      dateline: null,
      blocks: [],
    },
    discussion: {
      id,
      articleId,
      title,
      url,
      declaredCount: null,
      closed: false,
      maxDepth: DEFAULT_MAX_DEPTH,
      rules: null,
    },
    comments: [],
  }
}
