import { whenIdle } from '../../parts/whenIdle.ts'

/** So many comments are drawn anew in one go without the page being late to answer its reader. */
const SLICE = 16

/** Does something for each item, some at a time, whenever the page has nothing better to do; the first of them at once. */
export function inSlices<Item>(items: readonly Item[], act: (item: Item) => void): () => void {
  let stop: (() => void) | undefined
  const goOn = (from: number) => {
    for (const item of items.slice(from, from + SLICE)) act(item)
    if (from + SLICE < items.length) stop = whenIdle(() => goOn(from + SLICE))
  }
  goOn(0)
  return () => stop?.()
}
