/** Pairs of integers that were added; a pair of zeros cannot be added. */
export type PairSet = {
  /** Whether the pair is new. `left` and `right` are 32-bit integers, evenly spread, at least one of them not 0. */
  add: (left: number, right: number) => boolean
}

const FIRST_CAPACITY = 1024

/** A hash table with open addressing: for millions of hashes several times as fast as a `Set` of strings. */
export function pairSet(): PairSet {
  let lanes = new Int32Array(2 * FIRST_CAPACITY)
  let size = 0
  const insert = (left: number, right: number): boolean => {
    const mask = lanes.length / 2 - 1
    for (let slot = left & mask; ; slot = (slot + 1) & mask) {
      const oldLeft = lanes[2 * slot]
      const oldRight = lanes[2 * slot + 1]
      if (oldLeft === left && oldRight === right) return false
      if (oldLeft === 0 && oldRight === 0) {
        lanes[2 * slot] = left
        lanes[2 * slot + 1] = right
        return true
      }
    }
  }
  const grow = (): void => {
    const old = lanes
    lanes = new Int32Array(2 * old.length)
    for (let at = 0; at < old.length; at += 2) {
      const left = old[at] ?? 0
      const right = old[at + 1] ?? 0
      if (left !== 0 || right !== 0) insert(left, right)
    }
  }
  return {
    add(left, right) {
      if (4 * size > lanes.length) grow()
      const isNew = insert(left, right)
      if (isNew) size++
      return isNew
    },
  }
}
