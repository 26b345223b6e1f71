import { useLayoutEffect } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { inSlices } from '../mentions/inSlices.ts'
import { FoundBody } from './FoundBody.tsx'
import { lastMuting } from './lastMuting.ts'
import { isMuted, useMutes } from './mutes.ts'

/**
 * Has each comment of a muted writer drawn as one line: where few come at once, as most do, before they are seen, and first
 * where that was asked for.
 */
export function Muting({ threads, view }: { threads: Threads; view: ThreadView }) {
  const { mutes } = useMutes()
  const { byId } = threads.nodes
  const { notes } = view
  useLayoutEffect(() => {
    const ids: string[] = []
    for (const [id, { comment }] of byId) {
      if (isMuted(mutes, comment.author.name) && notes.read(id).Body !== FoundBody) ids.push(id)
    }
    const asked = lastMuting({ notes }).read()
    ids.sort((a, b) => Number(b === asked) - Number(a === asked))
    return inSlices(ids, (id) => notes.add(id, { Body: FoundBody }))
  }, [byId, mutes, notes])
  return null
}
