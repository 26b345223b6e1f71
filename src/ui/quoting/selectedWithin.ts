declare global {
  interface Selection {
    /** As the method was first, with the roots themselves for its arguments (Safari 17). */
    getComposedRanges(...shadowRoots: ShadowRoot[]): StaticRange[]
  }
  interface ShadowRoot {
    /** Of Chromium alone, before it had `getComposedRanges`. */
    getSelection?(): Selection | null
  }
}

/**
 * What is selected, where all of it is within a shadow root; the document's selection shows no more than the root's host. What is
 * selected in a field is not told from the field itself, and does not count.
 */
export function selectedWithin(root: ShadowRoot): Range | null {
  if (root.activeElement?.matches('input, textarea')) return null
  const found = findRange(root)
  if (!found || found.collapsed) return null
  const { startContainer, startOffset, endContainer, endOffset } = found
  if (startContainer.getRootNode() !== root || endContainer.getRootNode() !== root) return null
  const range = document.createRange()
  range.setStart(startContainer, startOffset)
  range.setEnd(endContainer, endOffset)
  return range
}

/** Browsers that have neither of the two methods show what is within a shadow root. */
function findRange(root: ShadowRoot): AbstractRange | undefined {
  const selection = getSelection()
  if (!selection) return undefined
  if (typeof selection.getComposedRanges === 'function') return composedRange(selection, root)
  const own = root.getSelection ? root.getSelection() : selection
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined
}

function composedRange(selection: Selection, root: ShadowRoot): StaticRange | undefined {
  try {
    return selection.getComposedRanges({ shadowRoots: [root] })[0]
  } catch (error) {
    // What is no shadow root was refused by the method as it was first.
    if (!(error instanceof TypeError)) throw error
    return selection.getComposedRanges(root)[0]
  }
}
