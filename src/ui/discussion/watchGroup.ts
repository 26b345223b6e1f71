import { outerOf } from './outerBatch.ts'

/** How far from the window a group gets out of the way of what is in it: farther than browsers begin to draw what comes near. */
const NEAR = '400% 0px'

let watching: IntersectionObserver | null = null

/**
 * Has the batches of a group drawn one after the other as they come near the window. What is within another element with `content-visibility: auto` is clipped
 * by that (CSS Containment 2, paint containment), so Chromium draws nothing of it before that is in the window itself, and then at once all that is near. Hence what has
 * batches in it is shown as such while it is near (`data-near`). Gives the way to end that.
 */
export function watchGroup(group: Element): (() => void) | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined
  watching ??= new IntersectionObserver(markNear, { rootMargin: NEAR })
  const outer = outerOf(group)
  if (outer) watching.observe(outer)
  watching.observe(group)
  return () => watching?.unobserve(group)
}

function markNear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) target.toggleAttribute('data-near', isIntersecting)
}
