import type { Input, Output } from '../api/contract.ts'
import { normaliseBody, normaliseName } from '../domain/writing.ts'
import { checkPost } from './checkWriting.ts'
import { decidePost, DUPLICATE_WINDOW_MS } from './decidePost.ts'
import type { EditTokens } from './editTokens.ts'
import { timesFrom } from './editWindow.ts'
import { missing } from './missing.ts'
import { serve } from './page.ts'
import type { Ports } from './service.ts'
import type { PostRequest, StoredComment } from './store.ts'

export async function postComment(
  { store, clock, ids, signal, tokens, moderate, suspect, check }: Ports,
  { discussionId, parentId, author, body, format = 'plain', idempotencyKey, ...signs }: Input<'postComment'>,
): Promise<Output<'postComment'>> {
  const request: PostRequest = {
    discussionId,
    parentId,
    authorName: normaliseName(author.name),
    body: normaliseBody(body),
    format,
  }
  checkPost(request)
  const key = idempotencyKey ?? null
  const holding = moderate(request) ?? suspect(signs) ?? (await check?.ofPost(request, key)) ?? null
  const now = clock()
  const recentSince = new Date(now.getTime() - DUPLICATE_WINDOW_MS).toISOString()
  const added = { id: ids(), ...timesFrom(now) }
  const comment = await store.post({ key, request, recentSince }, (facts) =>
    decidePost(facts, request, added, holding),
  )
  if (comment.id === added.id && comment.status === 'published') signal.send(discussionId)
  return serveToWriter(comment, tokens)
}

/** What became of what was posted with a key, which is as good as its answer. */
export async function readPost(
  { store, tokens }: Ports,
  { key }: Input<'readPost'>,
): Promise<Output<'readPost'>> {
  return serveToWriter((await store.readPost(key)) ?? missing('key'), tokens)
}

function serveToWriter(comment: StoredComment, tokens: EditTokens): Output<'postComment'> {
  return { ...serve(comment), editToken: tokens.issue(comment.id), heldFor: comment.heldFor ?? null }
}
