import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { problemOf, type Problem } from '../../api/problem.ts'
import type { CommentId } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheRevised } from '../cachedComments.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { canTryAgain } from './canTryAgain.ts'
import { readDeletion, writeDeletion } from './deletion.ts'
import { readToken } from './tokens.ts'

export type Deletion = {
  isCarriedOut: boolean
  problem: Problem | null
  /** Takes it back, before it is carried out or after that failed. */
  end: () => void
  /** `undefined` where that cannot help. */
  tryAgain: (() => void) | undefined
}

/**
 * Carries out the deletion of a comment when its time has come; at once where the page is left before, by a request that
 * outlives it. One that did not get through then is carried out in the next page. `onDone` is called before the comment changes its looks.
 */
export function useDeletion(id: CommentId, view: ThreadView, onDone: () => void): Deletion {
  const { api, device } = useAmbient()
  const words = useWritingMessages()
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isCarriedOut, setCarriedOut] = useState(false)
  const discussionId = view.discussion.id

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
      const deleted = await api.deleteComment({ discussionId, commentId: id, editToken, revision })
      onDone()
      cacheRevised(queryClient, deleted)
      end()
      announce(words.commentDeleted)
      setProblem(null)
    } catch (error) {
      const found = problemOf(error)
      if (found.code === 'changed') cacheRevised(queryClient, found.comment)
      setProblem(found)
    } finally {
      setCarriedOut(false)
    }
  }

  const onTime = useEffectEvent(() => void carryOut())

  const onLeave = useEffectEvent(() => {
    const deletion = readDeletion(device, id)
    const editToken = readToken(device, id)
    if (deletion === null || editToken === null || problem !== null || isCarriedOut) return
    const { revision } = deletion
    api.deleteComment({ discussionId, commentId: id, editToken, revision }, { keepalive: true }).catch(() => {
      // Where it was not done, the next page does it.
    })
  })

  useEffect(() => {
    const until = readDeletion(device, id)?.until ?? 0
    const timer = setTimeout(() => onTime(), Math.max(0, until - Date.now()))
    const leave = () => onLeave()
    // A page that comes back has asked for it already.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && onTime()
    addEventListener('pagehide', leave)
    addEventListener('pageshow', comeBack)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', comeBack)
    }
  }, [device, id])

  function tryAgain() {
    const revision =
      problem?.code === 'changed' ? problem.comment.revision : readDeletion(device, id)?.revision
    if (revision !== undefined) writeDeletion(device, id, { until: 0, revision })
    void carryOut()
  }

  return {
    isCarriedOut,
    problem,
    end,
    tryAgain: problem && canTryAgain(problem.code) ? tryAgain : undefined,
  }
}
