/** Whether two records, or two lists, have the same members, by identity. */
export function hasSameMembers<Whole extends object>(before: Whole, now: Whole, isSame = Object.is): boolean {
  if (before === now) return true
  const members = Object.entries(now)
  return (
    members.length === Object.keys(before).length &&
    members.every(([name, member]) => isSame(Reflect.get(before, name), member))
  )
}

/** The same, where members that are records or lists themselves may be others with the same members, such as lists that are cut anew each time. */
export function isAlike<Whole extends object>(before: Whole, now: Whole): boolean {
  return hasSameMembers(
    before,
    now,
    (a, b) => a === b || (a instanceof Object && b instanceof Object && hasSameMembers(a, b)),
  )
}
