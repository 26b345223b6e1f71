export type FocusGuard = {
  isElsewhere(): boolean
  /** The reader is at something of the page around. */
  leave(): void
  /** What is shown here now is what they asked for. */
  invite(): void
}

/**
 * Keeps scripts of this document from taking focus while the reader is at something of the page around, which a frame sees nothing
 * of: a comment that is posted meanwhile would take it out of the field that they went on to. Who comes back ends that.
 */
export function leaveFocus(): FocusGuard {
  let isElsewhere = false
  const invite = () => {
    isElsewhere = false
  }
  const { focus } = HTMLElement.prototype
  HTMLElement.prototype.focus = function focusHere(options) {
    if (!isElsewhere) focus.call(this, options)
  }
  addEventListener('focus', invite)
  return {
    isElsewhere: () => isElsewhere,
    leave() {
      isElsewhere = true
    },
    invite,
  }
}
