import { act } from '@testing-library/react'
import { onTestFinished } from 'vitest'

/** How browsers tell what is selected in a shadow root: newer ones, Safari 17, Chromium before 137, Firefox before 142. */
export const TELLINGS = ['roots-as-option', 'roots', 'of-root', 'of-document'] as const

/**
 * Gives what selects all that is in a place, as by dragging over it, or all up to the beginning of another one; also in a shadow
 * root, where jsdom lets nothing be selected. Until the test ends, it is told as by the browsers of that kind.
 */
export function tellSelections(telling: (typeof TELLINGS)[number]): (place: Node, upTo?: Node) => void {
  const selection = getSelection()
  if (!selection) throw new Error('Nothing can be selected.')
  let inside = document.createRange()

  /** What is selected, or all of the host around it where nobody may see further. */
  function tell(roots: readonly unknown[]): StaticRange[] {
    const root = inside.startContainer.getRootNode()
    if (selection?.rangeCount === 0) return []
    if (!(root instanceof ShadowRoot) || roots.includes(root)) return [new StaticRange(inside)]
    const around = document.createRange()
    around.selectNode(root.host)
    return [new StaticRange(around)]
  }

  if (telling === 'roots-as-option') {
    give(Selection.prototype, 'getComposedRanges', ({ shadowRoots = [] }: GetComposedRangesOptions = {}) =>
      tell(shadowRoots),
    )
  }
  if (telling === 'roots') {
    give(Selection.prototype, 'getComposedRanges', (...roots: unknown[]) => {
      if (!roots.every((root) => root instanceof ShadowRoot)) throw new TypeError('not of type ShadowRoot')
      return tell(roots)
    })
  }
  if (telling === 'of-root') {
    give(ShadowRoot.prototype, 'getSelection', function getSelection(this: ShadowRoot) {
      const isHere = selection.rangeCount > 0 && inside.startContainer.getRootNode() === this
      return { rangeCount: isHere ? 1 : 0, getRangeAt: () => inside }
    })
  }
  return (place, upTo) => {
    const root = place.getRootNode()
    const shown = document.createRange()
    inside = document.createRange()
    inside.selectNodeContents(place)
    if (upTo) inside.setEnd(upTo, 0)
    if (root instanceof ShadowRoot) shown.setStartBefore(root.host)
    else shown.selectNodeContents(place)
    selection.removeAllRanges()
    selection.addRange(shown)
    if (telling === 'of-document') shown.selectNodeContents(place)
    act(() => void document.dispatchEvent(new Event('selectionchange')))
  }
}

function give(prototype: object, name: string, value: unknown): void {
  Object.defineProperty(prototype, name, { configurable: true, value })
  onTestFinished(() => void Reflect.deleteProperty(prototype, name))
}
