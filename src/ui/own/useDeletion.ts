import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { problemOf, type Problem } from '../../api/problem.ts'
import type { CommentId } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheRevised } from '../cachedWriting.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { useStored } from '../parts/useStored.ts'
import { canTryAgain } from './canTryAgain.ts'
import { deletionName, parseDeletion, readDeletion, writeDeletion } from './deletion.ts'
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
 * Carries out the deletion of a comment when its time has come; at once where a page of it is left before, by a request that
 * outlives the page. One that did not get through then is carried out in the next page. `onBegin` is called before there is no
 * way back any more, `onDone` before the comment changes its looks.
 */
export function useDeletion(
  id: CommentId,
  view: ThreadView,
  { onBegin, onDone }: { onBegin?: () => void; onDone: () => void },
): Deletion {
  const { api, device } = useAmbient()
  const words = useWritingMessages()
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const [stored] = useStored(device, deletionName(id))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isCarriedOut, setCarriedOut] = useState(false)
  const isBusy = useRef(false)
  const discussionId = view.discussion.id

  function end() {
    writeDeletion(device, id, null)
    view.deleting.change((ids) => ids.delete(id))
  }

  /** What is to be sent; `null` where it was taken back, or cannot be. */
  function readInput() {
    const deletion = readDeletion(device, id)
    const editToken = readToken(device, id)
    if (deletion === null || editToken === null) return null
    return { discussionId, commentId: id, editToken, revision: deletion.revision }
  }

  async function carryOut(): Promise<void> {
    if (isBusy.current) return
    const input = readInput()
    if (input === null) return end()
    isBusy.current = true
    onBegin?.()
    setCarriedOut(true)
    try {
      const deleted = await api.deleteComment(input)
      onDone()
      cacheRevised(queryClient, deleted)
      end()
      announce(words.commentDeleted)
      setProblem(null)
    } catch (error) {
      const found = problemOf(error)
      if (found.code === 'not-found') return end()
      if (found.code === 'changed') cacheRevised(queryClient, found.comment)
      setProblem(found)
    } finally {
      isBusy.current = false
      setCarriedOut(false)
    }
  }

  const onTime = useEffectEvent(() => void carryOut())

  const onLeave = useEffectEvent(() => {
    const input = readInput()
    if (input === null || problem !== null || isBusy.current) return
    // No page is to offer a way back from what is sent.
    writeDeletion(device, id, { until: 0, revision: input.revision })
    api.deleteComment(input, { keepalive: true }).catch(() => {
      // Where it was not done, the next page does it.
    })
  })

  useEffect(() => {
    const until = parseDeletion(stored)?.until ?? 0
    const timer = setTimeout(() => onTime(), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [stored])

  useEffect(() => {
    const leave = () => onLeave()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [])

  function tryAgain() {
    const revision = problem?.code === 'changed' ? problem.comment.revision : readInput()?.revision
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
