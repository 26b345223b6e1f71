import { holdStill } from '../parts/holdStill.ts'
import { rootOf } from '../parts/focusWhenThere.ts'

/** How far apart the window is looked through, in pixels: less than the height of any comment. */
const STEP = 16

/**
 * Keeps what the reader sees of a list of comments where it is while others above it change (`holdStill`): the first comment that begins in the
 * window, else the one that goes through it. Gives the way to end it.
 */
export function holdFirstInView(list: Element): () => void {
  const comment = firstInView(list)
  return comment ? holdStill(comment, { isSettled: true }) : () => {}
}

/** By what is hit, since to ask each comment for its place would have the browser lay out all that is far out of view. */
function firstInView(list: Element): Element | null {
  const root = rootOf(list)
  const { left, width } = list.getBoundingClientRect()
  let through: Element | null = null
  for (let y = 1; y < innerHeight; y += STEP) {
    const comment = root.elementFromPoint(left + width / 2, y)?.closest('article') ?? null
    if (comment === null || comment === through || !list.contains(comment)) continue
    if (comment.getBoundingClientRect().top >= 0) return comment
    through = comment
  }
  return through
}
