export type Box = { left: number; top: number; right: number; bottom: number }

/** Between a preview and its link, and at least to the sides of the window, in pixels. */
const GAP = 4
const MARGIN = 8

/**
 * Where a preview of that size stands: below its link, or else above it, wholly in the window and not on what has focus; `null` where
 * there is no such place.
 */
export function placePreview(
  link: Box,
  { width, height }: { width: number; height: number },
  window: { width: number; height: number },
  { focused, isFromRight }: { focused: Box | null; isFromRight: boolean },
): { left: number; top: number } | null {
  const start = isFromRight ? link.right - width : link.left
  const left = Math.max(MARGIN, Math.min(start, window.width - width - MARGIN))
  const fits = (top: number) =>
    top >= 0 &&
    top + height <= window.height &&
    !(focused && overlap(focused, { left, top, right: left + width, bottom: top + height }))
  const top = [link.bottom + GAP, link.top - GAP - height].find(fits)
  return top === undefined ? null : { left, top }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
