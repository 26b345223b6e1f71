/** What a discussion in a frame of its own says beside what it says anyway. */
export const englishFrame = {
  alone: 'This page shows a discussion within another page, and nothing by itself.',
  unnamedPage: 'This discussion cannot be shown: its address does not name the page around it.',
}
