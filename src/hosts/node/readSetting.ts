import { isId, type ArticleId } from '../../domain/ids.ts'

/** A value, or what there may be in its place, as the end of a sentence that begins "It may be". */
export type Reading<Value> = { value: Value } | { mayBe: string }

/** How a setting is read from its text, which is never empty. */
export type Reader<Value> = (text: string) => Reading<Value>

export function wholeNumber(least: number, most: number): Reader<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most
      ? { value }
      : { mayBe: `a whole number from ${least} to ${most.toLocaleString('en')}` }
  }
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (text) => {
    const value = values.find((each) => each === text)
    return value === undefined ? { mayBe: `one of ${values.join(', ')}` } : { value }
  }
}

export function pattern(shape: RegExp, mayBe: string): Reader<string> {
  return (text) => (shape.test(text) ? { value: text } : { mayBe })
}

/** Of a list that is parted by commas or spaces, all must be as `read` has one. */
export function listOf<Value>(read: Reader<Value>, most = Infinity): Reader<Value[]> {
  return (text) => {
    const values: Value[] = []
    const items = text.split(/[\s,]+/).filter((item) => item !== '')
    for (const item of items) {
      const reading = read(item)
      if ('mayBe' in reading) return { mayBe: `a list, parted by commas, each ${reading.mayBe}` }
      values.push(reading.value)
    }
    return items.length > most ? { mayBe: `a list of at most ${most}` } : { value: values }
  }
}

/** As browsers write one, since it is compared whole with what they send. */
export function origin(text: string): Reading<string> {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
    ? { value: text }
    : { mayBe: 'an origin such as https://blog.example, without a path or a slash at the end' }
}

/** Of what is asked over HTTP. Names and passwords in it would be sent by no browser's way of asking, and are refused. */
export function webAddress(text: string): Reading<string> {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) {
    const { username, password } = new URL(text)
    if (username === '' && password === '') return { value: text }
  }
  return { mayBe: 'an address such as https://check.example/path, without a name or a password in it' }
}

export function articleId(text: string): Reading<ArticleId> {
  return isId<ArticleId>(text)
    ? { value: text }
    : { mayBe: 'the id of an article: letters, digits, "-" and "_"' }
}

/** Of a password with a "/", "?" or "#" as it is, a part would be taken for the host, and be told. */
export function postgres(text: string): Reading<string> {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && isDecodable(text)) {
    const { pathname, search, hash } = new URL(text)
    if (hash === '' && !`${pathname}${search}`.includes('@')) return { value: text }
  }
  return {
    mayBe:
      'an address such as postgres://user:password@host:5432/database, where special characters are written as %23 for "#"',
  }
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}
