import { openDB } from 'idb'
import type { Store, StoredComment } from '../../src/backend/store.ts'
import type { ArticleId, DiscussionId } from '../../src/domain/ids.ts'
import { attempt, here, id, threads } from './store/support.ts'

/** The versions before this one. */
export type Older = 1 | 2

/** Writes what a store holds into a database with the layout of an older version. */
export async function makeOlder(store: Store, version: Older): Promise<void> {
  const database = await openDB('soundoff', version, {
    upgrade(created) {
      created.createObjectStore('articles', { keyPath: 'id' })
      created.createObjectStore('discussions', { keyPath: 'id' })
      const keys = created.createObjectStore('keys', { keyPath: 'key' })
      keys.createIndex('byDiscussion', 'request.discussionId')
      const comments = created.createObjectStore('comments', {
        keyPath: ['comment.discussionId', 'comment.id'],
      })
      const time = ['comment.createdAt', 'comment.sequence']
      comments.createIndex('byTime', ['comment.discussionId', 'siblings', ...time])
      if (version === 1) {
        comments.createIndex('byReplies', ['comment.discussionId', 'siblings', 'comment.replyCount', ...time])
        comments.createIndex('byName', ['comment.discussionId', 'comment.author.name', 'comment.createdAt'])
      } else {
        comments.createIndex('byReplies', ['comment.discussionId', 'threadRank', ...time])
        comments.createIndex('byName', ['comment.discussionId', 'postedBy', 'comment.createdAt'])
        comments.createIndex('byChange', 'changes', { multiEntry: true })
      }
    },
  })
  for (const discussionId of [here, 'b' as DiscussionId]) {
    await database.put('articles', await store.readArticle(discussionId as string as ArticleId))
    const found = await store.listBranches(threads({ discussionId }), 99)
    if (!found) throw new Error('not filled')
    const { importedIn, ...discussion } = found.discussion
    await database.put('discussions', version === 1 ? discussion : found.discussion)
    for (const each of found.branches.flatMap(({ comment, below }) => [comment, ...below])) {
      await database.put('comments', version === 1 ? firstRecord(each) : secondRecord(each, importedIn))
    }
  }
  const { format: _, ...request } = attempt({ key: 'key', parentId: id('7') }).request
  await database.put('keys', { key: 'key', request, commentId: 'k' })
  database.close()
}

function firstRecord(comment: StoredComment) {
  const { threadId: _, changedIn: __, ...kept } = comment
  return { siblings: kept.parentId ?? '', comment: kept }
}

function secondRecord(comment: StoredComment, importedIn: number) {
  const { discussionId, parentId, sequence, changedIn, author, replyCount } = comment
  return {
    comment,
    siblings: parentId ?? '',
    ...(parentId === null && { threadRank: replyCount }),
    ...(sequence > importedIn && { postedBy: author.name }),
    changes: [...new Set([sequence, changedIn])]
      .filter((version) => version > importedIn)
      .map((version) => [discussionId, version]),
  }
}

export async function everyRecord(version: Older) {
  const database = await openDB('soundoff', version)
  const names = Array.from(database.objectStoreNames)
  const records = await Promise.all(names.map((name) => database.getAll(name)))
  const indexes = Array.from(database.transaction('comments').store.indexNames)
  database.close()
  return { names, records, indexes }
}
