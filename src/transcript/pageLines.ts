/** What a page has around its comments. `declaredCount` is `null` where the heading has no number that can be read. */
export type PageLine =
  | { kind: 'heading'; declaredCount: number | null }
  | { kind: 'pager' }
  | { kind: 'closed' }
  | { kind: 'form' }

const LONGEST = 200
const HEADING = /^soundoff\s*\(\s*(no|one|\d[\d,. ]{0,14})\s+(?:responses?|comments?)\s*\)$/i
const CLOSED = /^(?:sorry,\s+)?comments?\s+(?:is|are)\s+(?:now\s+|currently\s+)?closed\.?$/i
const FORM = /^(?:post|leave|add)\s+a\s+(?:comment|reply|response):?$/i
const PAGER =
  /^(?:[\d\s«»‹›←→<>|…·.,()-]|previous|prev\b|next|older|newer|first|last|pages?|of\b|comments?|responses?)+$/i
const PAGER_SIGN = /[\d«»‹›←→<>]|previous|prev\b|next|older|newer/i

/** `words` is a line without the white space around it; `null` for a line of any other kind. */
export function readPageLine(words: string): PageLine | null {
  if (words.length > LONGEST) return null
  const heading = HEADING.exec(words)
  if (heading !== null) return { kind: 'heading', declaredCount: readCount(heading[1] ?? '') }
  if (CLOSED.test(words)) return { kind: 'closed' }
  if (FORM.test(words)) return { kind: 'form' }
  if (PAGER.test(words) && PAGER_SIGN.test(words)) return { kind: 'pager' }
  return null
}

function readCount(words: string): number | null {
  if (/^no$/i.test(words)) return 0
  if (/^one$/i.test(words)) return 1
  const digits = words.replaceAll(/\D/g, '')
  return digits.length > 9 ? null : Number(digits)
}
