/**
 * In what windows and colours a page is looked at. Colours are the same in every window, and so is what stands where in all colours:
 * each width and each theme once shows what both together do.
 */
export const LOOKS = [
  { width: 360, theme: 'dark' },
  { width: 1280, theme: 'light' },
] as const
