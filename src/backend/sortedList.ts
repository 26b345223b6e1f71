/** Less than 0 where `a` comes before `b`; 0 for an item and itself only. */
export type Compare<Item> = (a: Item, b: Item) => number

/** How many items come before a place, found by halving; `isBefore` holds for the first ones and for none after them. */
export function countBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts an item into its place in a sorted list. */
export function insertInto<Item>(items: Item[], item: Item, compare: Compare<Item>): void {
  items.splice(
    countBefore(items, (other) => compare(other, item) < 0),
    0,
    item,
  )
}

/** Takes an item out of a sorted list that it is in. */
export function removeFrom<Item>(items: Item[], item: Item, compare: Compare<Item>): void {
  items.splice(
    countBefore(items, (other) => compare(other, item) < 0),
    1,
  )
}
