/**
 * JSON of what holds no dates. No `toJSON` has a say in it: some pages give one to all arrays, as old libraries do, by which those
 * would be written as texts.
 */
export function writeJson(value: object): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key) {
    return this[key]
  })
}
