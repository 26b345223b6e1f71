/**
 * What a draft is when `typed` stands in a field that began with `begun`, and the device keeps `kept` by now. Where both
 * went on, both stay: nothing that was typed is lost. It needs nothing else, as it runs in the page before any module too.
 */
export function mergeTyped(begun: string, typed: string, kept: string): string {
  if (typed === begun) return kept
  if (kept === begun) return typed
  if (kept.includes(typed)) return kept
  if (typed.includes(kept)) return typed
  return `${kept}\n\n${typed}`
}
