import { rootOf } from '../../parts/focusWhenThere.ts'
import type { Origin } from './shownBranch.ts'

/** So many frames what was hidden may take to find its height. */
const FRAMES = 4

/** Brings a comment back to where it stood in the window, and focus to where it was; it may have been drawn anew since. `place` is where the discussion is drawn. */
export function goBack({ comment: before, top, focused }: Origin, place: Element): void {
  const comment = before.isConnected ? before : rootOf(place).getElementById(before.id)
  if (comment === null) return
  const target = focused.isConnected ? focused : comment
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  const settle = (frames: number) => {
    const moved = comment.getBoundingClientRect().top - top
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
    if (frames > 0) requestAnimationFrame(() => settle(frames - 1))
  }
  settle(FRAMES)
}
