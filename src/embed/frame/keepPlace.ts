import type { ToFrame } from './messages.ts'

export type PlaceKeeper = {
  /** Takes what stands at the upper edge of the window now for what is read there. */
  look(view: Extract<ToFrame, { kind: 'view' }>): void
  /** How far that has moved within the frame since then, or since this was asked last, in CSS pixels; 0 where it is not known. */
  takeShift(): number
}

/** How far apart it is looked for comments below the edge, and how often, in CSS pixels. */
const STEP = 24
const STEPS = 12

/**
 * Finds out by how much what changes above the window moves what is read, as what is drawn for the first time takes more room or
 * less than was estimated. In a page, browsers scroll along with that (CSS Scroll Anchoring), and not across frames.
 */
export function keepPlace(root: DocumentOrShadowRoot): PlaceKeeper {
  let anchor: { element: Element; top: number } | null = null
  return {
    look({ above }) {
      const element = above > 0 ? commentAt(root, above) : null
      anchor = element && { element, top: element.getBoundingClientRect().top }
    },
    takeShift() {
      if (!anchor) return 0
      const { element, top } = anchor
      if (!element.checkVisibility()) return 0
      anchor.top = element.getBoundingClientRect().top
      return anchor.top - top
    },
  }
}

function commentAt(root: DocumentOrShadowRoot, edge: number): Element | null {
  for (let step = 0; step < STEPS; step += 1) {
    const comment = root.elementFromPoint(innerWidth / 2, edge + 1 + step * STEP)?.closest('article')
    if (comment) return comment
  }
  return null
}
