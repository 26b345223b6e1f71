import type { ToFrame } from './messages.ts'

const DOCUMENT = `
  body {
    display: flow-root;
    margin: 0;
  }
  /* Or what has focus at the edge would have half an outline. */
  :root[data-theme='inherit'] > body {
    padding: 4px;
  }
  :root[data-followed] {
    overflow: hidden;
  }
  soundoff-discussion {
    --soundoff-reserve: 0px;
  }
`

/* What goes by the window is to go by that of the page around: here, a window is as high as all that stands in it. */
const DISCUSSION = `
  [data-soundoff] form textarea:not([readonly]) {
    max-block-size: calc(0.7 * var(--soundoff-window, 600px));
  }
  [data-soundoff] [data-floating] {
    inset-block-end: calc(var(--soundoff-below, 0px) + 1rem);
  }
  [data-soundoff] :has(> [data-floating]) {
    inset-block-start: calc(var(--soundoff-above, 0px) + 2rem);
  }
`

/** The styles of a frame's document. They stand in no style sheet of its own, as its policy allows none. */
export function styleDocument(): void {
  document.adoptedStyleSheets = [sheetOf(DOCUMENT)]
}

/** What a discussion in a frame needs beside its own styles. */
export function styleDiscussion(root: ShadowRoot): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(DISCUSSION)]
}

/** Tells style sheets how high the window is, and how much of the frame is above and below it. */
export function wearView(element: HTMLElement, view: Extract<ToFrame, { kind: 'view' }>): void {
  element.style.setProperty('--soundoff-window', `${view.window}px`)
  element.style.setProperty('--soundoff-above', `${view.above}px`)
  element.style.setProperty('--soundoff-below', `${view.below}px`)
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
