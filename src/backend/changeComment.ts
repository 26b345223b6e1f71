import type { Input, Output } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import { normaliseBody } from '../domain/writing.ts'
import { checkBody } from './checkWriting.ts'
import { decideDeletion, decideEdit } from './decideChange.ts'
import { missing } from './missing.ts'
import { serve } from './page.ts'
import type { Ports } from './service.ts'
import type { Revision, StoredComment, StoredDiscussion } from './store.ts'

export async function editComment(
  ports: Ports,
  { body, format = 'plain', ...input }: Input<'editComment'>,
): Promise<Output<'editComment'>> {
  const edit = { revision: input.revision, body: normaliseBody(body), format }
  return change(ports, input, async () => {
    checkBody(edit.body)
    const checked = (await ports.check?.ofEdit(input, edit)) ?? null
    const now = ports.clock().toISOString()
    return (comment, discussion) => decideEdit(comment, discussion, edit, now, ports.moderate, checked)
  })
}

export async function deleteComment(
  ports: Ports,
  input: Input<'deleteComment'>,
): Promise<Output<'deleteComment'>> {
  return change(ports, input, async () => {
    const now = ports.clock().toISOString()
    return (comment) => decideDeletion(comment, input.revision, now)
  })
}

type Decide = (comment: StoredComment, discussion: StoredDiscussion) => Revision | null

/** Whoever lacks the token is told nothing of the comment, not even whether it is here. */
async function change(
  { store, signal, tokens }: Ports,
  { discussionId, commentId, editToken }: Input<'deleteComment'>,
  prepare: () => Promise<Decide>,
): Promise<Output<'deleteComment'>> {
  if (!tokens.isFor(commentId, editToken)) {
    throw new ProblemError({ code: 'forbidden', resource: 'comment' })
  }
  const decide = await prepare()
  let isChanged = false
  const comment = await store.revise(discussionId, commentId, (...present) => {
    const revision = decide(...present)
    isChanged = revision !== null
    return revision
  })
  if (isChanged) signal.send(discussionId)
  return serve(comment ?? missing('comment'))
}
