/** Those of the browser's languages that `Intl` takes; some browsers name others too, such as `en-US@posix`, at which it throws. */
export function readableLocales(tags: readonly string[]): string[] {
  return tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0
    } catch {
      return false
    }
  })
}
