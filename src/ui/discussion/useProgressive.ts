import { createContext, useContext, useEffect, useState } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useHas } from '../parts/storedSet.ts'
import type { Steps } from './steps.ts'
import type { ThreadView } from './threadView.ts'

/** Whether branches that are new are drawn step by step. */
export const IsStepwise = createContext(false)

/** How much of a list is drawn, and whether that is all, with what is deeper. */
type Progress = { drawn: number; isWhole: boolean }

/** Of a list of threads that grows: what it begins with is drawn at once, also when that is read anew (`isBeginning`), further items step by step. */
export function useProgressive(
  total: number,
  { isBeginning, steps }: { isBeginning: boolean; steps: Steps },
): Progress {
  const [state, setState] = useState({ drawn: total, whole: total })
  if (isBeginning && (state.drawn !== total || state.whole !== total))
    setState({ drawn: total, whole: total })
  const drawn = Math.min(state.drawn, total)
  const isWhole = drawn === total && state.whole === total
  useEffect(() => {
    if (isWhole) return undefined
    const next = { drawn: Math.min(drawn + 1, total), whole: drawn }
    return steps.take({ name: 'threads', depth: 0, draw: () => setState(next) })
  }, [steps, drawn, isWhole, total])
  return { drawn, isWhole }
}

/**
 * Of the branch below a comment: a long one comes step by step where all that is new does, unless it was drawn whole before, or comes to what was; one that is
 * folded itself comes after all that is seen. What it grows by, as somebody asked for it, is drawn at once.
 */
export function useBranchProgress(
  { id, parentId, depth }: Comment,
  { total, isLong, view: { steps, folds } }: { total: number; isLong: boolean; view: ThreadView },
): Progress {
  const isStepwise = useContext(IsStepwise)
  const isFolded = useHas(folds, id)
  const [drawn, setDrawn] = useState(() => {
    if (isStepwise && isLong && total > 0 && !steps.isWhole(id) && !steps.isWhole(parentId)) return 0
    // Before what is deeper begins.
    steps.setWhole(id)
    return Infinity
  })
  useEffect(() => {
    if (drawn === Infinity) return steps.setWhole(id)
    const next = drawn < total ? drawn + 1 : Infinity
    return steps.take({ name: id, depth: isFolded ? -1 : depth, draw: () => setDrawn(next) })
  }, [steps, id, depth, isFolded, drawn, total])
  return { drawn: Math.min(drawn, total), isWhole: drawn === Infinity }
}
