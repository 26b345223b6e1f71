/** A name, key or address amid Arabic, which keeps its own direction, and turns none of the words around it (Unicode Standard Annex #9). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
