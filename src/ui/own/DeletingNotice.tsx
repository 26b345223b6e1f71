import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { problemOf, type Problem } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheRevised } from '../cachedComments.ts'
import { CommentBody } from '../discussion/CommentBody.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { readDeletion, writeDeletion } from './deletion.ts'
import { canTryAgain } from './canTryAgain.ts'
import { readToken } from './tokens.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './own.module.css'

/**
 * In the place of a comment that its writer deletes: the way back, for a while, and then the deed. What was begun in a page that
 * was left is done when the comment is next on one.
 */
export function DeletingNotice({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { api, device, messages } = useAmbient()
  const words = useWritingMessages()
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isCarriedOut, setCarriedOut] = useState(false)
  const { id, discussionId } = comment

  function end() {
    writeDeletion(device, id, null)
    view.deleting.change((ids) => ids.delete(id))
  }

  async function carryOut(): Promise<void> {
    const deletion = readDeletion(device, id)
    const editToken = readToken(device, id)
    if (deletion === null || editToken === null) return end()
    setCarriedOut(true)
    try {
      const { revision } = deletion
      cacheRevised(queryClient, await api.deleteComment({ discussionId, commentId: id, editToken, revision }))
      stay()
      end()
      announce(words.commentDeleted)
    } catch (error) {
      const found = problemOf(error)
      if (found.code === 'changed') cacheRevised(queryClient, found.comment)
      setProblem(found)
    } finally {
      setCarriedOut(false)
    }
  }

  const onTime = useEffectEvent(() => void carryOut())

  useEffect(() => {
    const until = readDeletion(device, id)?.until ?? 0
    const timer = setTimeout(() => onTime(), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [device, id])

  /** Focus is not to go with what it is on. */
  function stay() {
    view.requestFocus({ to: `comment-${id}`, from: [document.getElementById(`comment-${id}`)] })
  }

  function undo() {
    stay()
    end()
    announce(words.deletionUndone)
  }

  function tryAgain() {
    stay()
    const revision = problem?.code === 'changed' ? problem.comment.revision : comment.revision
    writeDeletion(device, id, { until: 0, revision })
    setProblem(null)
    void carryOut()
  }

  if (problem !== null) {
    return (
      <>
        {problem.code === 'changed' && <CommentBody comment={problem.comment} />}
        <ProblemNotice
          text={words.notDeleted(messages.explain(problem))}
          onTryAgain={canTryAgain(problem.code) ? tryAgain : undefined}
        >
          <button type="button" className={controls.quiet} onClick={() => (stay(), end())}>
            {words.keepComment}
          </button>
        </ProblemNotice>
      </>
    )
  }
  return (
    <p className={styles.notice}>
      {isCarriedOut ? words.deleting : words.willBeDeleted}
      {!isCarriedOut && (
        <button type="button" className={controls.quiet} onClick={undo}>
          {words.undo}
        </button>
      )}
    </p>
  )
}
