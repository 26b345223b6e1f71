import type { Article } from '../domain/article.ts'
import type { ArticleId, CommentId, DiscussionId, IdempotencyKey } from '../domain/ids.ts'
import { arrangeImport } from './arrangeImport.ts'
import {
  addToMemory,
  createMemoryDiscussion,
  releaseInMemory,
  reviseInMemory,
  withholdInMemory,
  type MemoryDiscussion,
} from './memoryDiscussion.ts'
import { findInMemory, listBranches, listChanges, listRecent } from './memoryReading.ts'
import { searchMemory } from './memorySearching.ts'
import type { PostAttempt, PostFacts, PostRequest, Report, Store, StoredComment } from './store.ts'

/** All that is in memory, but for what moderation keeps. */
export type Memory = {
  articles: Map<ArticleId, Article>
  discussions: Map<DiscussionId, MemoryDiscussion>
  keys: Map<IdempotencyKey, { request: PostRequest; commentId: CommentId }>
  reports: Map<IdempotencyKey, Report>
}

export function createMemory(): Memory {
  return { articles: new Map(), discussions: new Map(), keys: new Map(), reports: new Map() }
}

/** Removes a discussion with all that belongs to it. */
export function removeFromMemory(kept: Memory, { record }: MemoryDiscussion): void {
  kept.articles.delete(record.articleId)
  kept.discussions.delete(record.id)
  for (const [key, { request }] of kept.keys) if (request.discussionId === record.id) kept.keys.delete(key)
  for (const [key, { discussionId }] of kept.reports) if (discussionId === record.id) kept.reports.delete(key)
}

/** A store that forgets everything with the page or process. No method waits, so each is atomic by itself. */
export function createMemoryStore(kept: Memory = createMemory()): Store {
  return {
    readArticle: async (id) => kept.articles.get(id) ?? null,
    readDiscussion: async (id) => kept.discussions.get(id)?.record ?? null,
    readComment: async (discussionId, id) =>
      kept.discussions.get(discussionId)?.boxes.get(id)?.comment ?? null,
    listBranches: async (siblings, below) => {
      const discussion = kept.discussions.get(siblings.discussionId)
      return discussion ? listBranches(discussion, siblings, below) : null
    },
    listChanges: async (discussionId, since, limit) => {
      const discussion = kept.discussions.get(discussionId)
      return discussion
        ? { discussion: discussion.record, comments: listChanges(discussion, since, limit) }
        : null
    },
    ...searchMemory(kept.discussions),
    readPost: async (key) => recordedUnder(kept, key)?.comment ?? null,
    post: async (attempt, decide) => {
      const decision = decide(gatherFacts(kept, attempt))
      if ('answered' in decision) return decision.answered
      const discussion = kept.discussions.get(decision.discussionId)
      if (!discussion) throw new Error('A comment was decided on for a discussion that is not here')
      if (findInMemory(discussion, decision.id)) throw new Error('A comment was decided on whose id is taken')
      const take = decision.status === 'held' ? withholdInMemory : addToMemory
      const comment = take(discussion, decision)
      if (attempt.key) kept.keys.set(attempt.key, { request: attempt.request, commentId: comment.id })
      return comment
    },
    revise: async (discussionId, id, decide) => {
      const discussion = kept.discussions.get(discussionId)
      const box = discussion?.boxes.get(id)
      return discussion && box ? reviseInMemory(discussion, box, decide) : null
    },
    release: async (discussionId, id, verdict) => {
      const discussion = kept.discussions.get(discussionId)
      return discussion ? releaseInMemory(discussion, id, verdict) : null
    },
    report: async (report, check) => {
      const recorded = kept.reports.get(report.key) ?? null
      const comment = kept.discussions.get(report.discussionId)?.boxes.get(report.commentId)?.comment ?? null
      check({ comment, recorded })
      if (recorded) return recorded
      kept.reports.set(report.key, report)
      return report
    },
    importDiscussion: async (batch, { replace }) => {
      const present = kept.discussions.get(batch.discussion.id)
      if (present && !replace) return false
      if (present) removeFromMemory(kept, present)
      const { discussion, comments } = arrangeImport(batch, present?.record ?? null)
      if (replace || !kept.articles.has(batch.article.id)) kept.articles.set(batch.article.id, batch.article)
      kept.discussions.set(discussion.id, createMemoryDiscussion(discussion, comments))
      return true
    },
  }
}

function gatherFacts(kept: Memory, { key, request, recentSince }: PostAttempt): PostFacts {
  const discussion = kept.discussions.get(request.discussionId)
  return {
    discussion: discussion?.record ?? null,
    parent: (request.parentId !== null && discussion?.boxes.get(request.parentId)?.comment) || null,
    recorded: key === null ? null : recordedUnder(kept, key),
    recent: discussion ? listRecent(discussion, request.authorName, recentSince) : [],
  }
}

function recordedUnder(
  kept: Memory,
  key: IdempotencyKey,
): { request: PostRequest; comment: StoredComment } | null {
  const use = kept.keys.get(key)
  const discussion = use && kept.discussions.get(use.request.discussionId)
  const comment = discussion && findInMemory(discussion, use.commentId)
  return comment ? { request: use.request, comment } : null
}
