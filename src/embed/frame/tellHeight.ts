import { MOST_PIXELS } from './messages.ts'

/**
 * Tells how high the content of a frame is, in whole pixels, whenever that has changed: once for each frame of animation, as sizes
 * are observed. Gives the way to tell it at once, as before something that the page does by it, or where nothing is drawn since
 * the frame is out of sight.
 */
export function tellHeight(content: Element, tell: (height: number) => void): () => void {
  let told = 0
  const look = () => {
    const exact = content.getBoundingClientRect().height
    const height = Math.min(Math.max(Math.ceil(exact), 1), MOST_PIXELS)
    if (height === told) return
    told = height
    tell(height)
  }
  new ResizeObserver(look).observe(content)
  return look
}
