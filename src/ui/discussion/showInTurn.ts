import { BATCH, outerOf } from './outerBatch.ts'

/**
 * Has the batches of a list shown one after the other. Chromium draws what is near the window (`content-visibility: auto`), but of what is within another such element only what
 * is in it, and then with all that is near at once. So a batch that has others in it gets out of their way once it is drawn, until none of them is. Gives the way to end that.
 */
export function showInTurn(list: Element): () => void {
  const shownIn = new WeakMap<Element, Set<Element>>()
  const onChange = (event: Event) => {
    const { target } = event
    if (!('skipped' in event) || !(target instanceof HTMLElement) || !target.matches(BATCH)) return
    const isShown = event.skipped === false
    if (isShown && target.querySelector(BATCH)) target.style.contentVisibility = 'visible'
    const outer = outerOf(target)
    if (!(outer instanceof HTMLElement)) return
    const shown = shownIn.get(outer) ?? new Set()
    shownIn.set(outer, shown)
    if (isShown) shown.add(target)
    else if (shown.delete(target) && ![...shown].some((each) => outer.contains(each)))
      outer.style.contentVisibility = 'auto'
  }
  list.addEventListener('contentvisibilityautostatechange', onChange)
  return () => list.removeEventListener('contentvisibilityautostatechange', onChange)
}
