import type { Article } from '../domain/article.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey } from '../domain/ids.ts'
import { arrangeImport } from './arrangeImport.ts'
import { breadthFirst } from './breadthFirst.ts'
import {
  addToMemory,
  createMemoryDiscussion,
  listByName,
  listSiblings,
  type MemoryDiscussion,
} from './memoryDiscussion.ts'
import type { PostAttempt, PostFacts, PostRequest, Store, StoredComment } from './store.ts'

type Kept = {
  articles: Map<ArticleId, Article>
  discussions: Map<DiscussionId, MemoryDiscussion>
  keys: Map<IdempotencyKey, { request: PostRequest; commentId: CommentId }>
}

/** A store that forgets everything with the page or process. No method waits, so each is atomic by itself. */
export function createMemoryStore(): Store {
  const kept: Kept = { articles: new Map(), discussions: new Map(), keys: new Map() }
  return {
    readArticle: async (id) => kept.articles.get(id) ?? null,
    readDiscussion: async (id) => kept.discussions.get(id)?.record ?? null,
    readComment: async (discussionId, id) =>
      kept.discussions.get(discussionId)?.boxes.get(id)?.comment ?? null,
    listBranches: async (siblings, below) => {
      const discussion = kept.discussions.get(siblings.discussionId)
      if (!discussion) return []
      return listSiblings(discussion, siblings).map((comment) => ({
        comment,
        below: listBelow(discussion, comment, below),
      }))
    },
    post: async (attempt, decide) => {
      const decision = decide(gatherFacts(kept, attempt))
      if ('answered' in decision) return decision.answered
      const discussion = kept.discussions.get(decision.discussionId)
      if (!discussion) throw new Error('A comment was decided on for a discussion that is not here')
      if (discussion.boxes.has(decision.id)) throw new Error('A comment was decided on whose id is taken')
      const comment = addToMemory(discussion, decision)
      if (attempt.key) kept.keys.set(attempt.key, { request: attempt.request, commentId: comment.id })
      return comment
    },
    importDiscussion: async (batch, { replace }) => {
      const present = kept.discussions.get(batch.discussion.id)
      if (present && !replace) return false
      if (present) remove(kept, present)
      const { discussion, comments } = arrangeImport(batch, present?.record ?? null)
      kept.articles.set(batch.article.id, batch.article)
      kept.discussions.set(discussion.id, createMemoryDiscussion(discussion, comments))
      return true
    },
  }
}

function listBelow(discussion: MemoryDiscussion, comment: StoredComment, below: number): StoredComment[] {
  const walk = breadthFirst(comment, below)
  let step = walk.next()
  while (!step.done) {
    const { parents, limit } = step.value
    const children = parents.map(({ id }) =>
      listSiblings(discussion, { parentId: id, order: 'oldest', after: null, limit }),
    )
    step = walk.next(children)
  }
  return step.value
}

function gatherFacts(kept: Kept, { key, request, recentSince }: PostAttempt): PostFacts {
  const discussion = kept.discussions.get(request.discussionId)
  const use = key === null ? undefined : kept.keys.get(key)
  const comment = use && kept.discussions.get(use.request.discussionId)?.boxes.get(use.commentId)?.comment
  return {
    discussion: discussion?.record ?? null,
    parent: (request.parentId !== null && discussion?.boxes.get(request.parentId)?.comment) || null,
    recorded: use && comment ? { request: use.request, comment } : null,
    recent: discussion ? listByName(discussion, request.authorName, recentSince) : [],
  }
}

function remove(kept: Kept, { record }: MemoryDiscussion): void {
  kept.articles.delete(record.articleId)
  kept.discussions.delete(record.id)
  for (const [key, { request }] of kept.keys) if (request.discussionId === record.id) kept.keys.delete(key)
}
