/** A shape of text that costs a careless reader more than linear time. */
export type AdversarialText = {
  name: string
  /** A text of about `length` characters. */
  make: (length: number) => string
}

const HEAD = 'A title\nApril 11th, 2013\n\nsoundoff (2 Responses)\n'
const DATE = 'April 13, 2013 at 5:39 pm'

export const ADVERSARIAL_TEXTS: readonly AdversarialText[] = [
  {
    name: 'one line in a comment',
    make: (length) => `${HEAD}  1. Pete\n\n    ${'x'.repeat(length)}\n\n    ${DATE}\n`,
  },
  { name: 'one line in an article', make: (length) => `A title\nApril 11th, 2013\n\n${'x'.repeat(length)}` },
  { name: 'spaces alone', make: (length) => ' '.repeat(length) },
  {
    name: 'spaces after a date line',
    make: (length) => `${HEAD}  1. Pete\n\n    ${DATE}\n${' '.repeat(length)}`,
  },
  { name: 'line breaks alone', make: (length) => '\n'.repeat(length) },
  { name: 'carriage returns alone', make: (length) => '\r'.repeat(length) },
  { name: 'markers alone', make: (length) => HEAD + repeated('  1. Pete\n', length) },
  { name: 'markers that stand apart', make: (length) => HEAD + repeated('  1. Pete\n\n', length) },
  { name: 'markers without a heading', make: (length) => repeated('  1. Pete\n', length) },
  {
    name: 'markers and date lines without a heading',
    make: (length) => stairs(length / 2) + repeated(`  ${DATE}\n\n  x\n`, length / 2),
  },
  {
    name: 'a marker far above date lines without a heading',
    make: (length) => `  1. Pete\n${'\n'.repeat(length / 2)}` + repeated(`    ${DATE}\n    x\n`, length / 2),
  },
  {
    name: 'comments that are all the same',
    make: (length) => HEAD + repeated(`  1. Pete\n\n    ${DATE}\n`, length),
  },
  { name: 'comments on as many days', make: (length) => HEAD + everyDay(length) },
  {
    name: 'date lines in one comment',
    make: (length) => `${HEAD}  1. Pete\n\n` + repeated(`    ${DATE}\n`, length),
  },
  {
    name: 'date lines and blank lines',
    make: (length) => `${HEAD}  1. Pete\n\n` + repeated(`    ${DATE}\n\n\n\n`, length),
  },
  {
    name: 'a date line with a million bars',
    make: (length) => `${HEAD}  1. Pete\n\n    ${DATE}${' |'.repeat(length / 2)} x`,
  },
  { name: 'replies, each one level deeper', make: (length) => HEAD + ladder(length) },
  { name: 'replies, each further left', make: (length) => HEAD + stairs(length) },
  {
    name: 'lines of one letter',
    make: (length) => `${HEAD}  1. Pete\n\n` + repeated('    x\n', length) + `\n    ${DATE}\n`,
  },
  { name: 'text that belongs to no comment', make: (length) => HEAD + repeated('stray\n1 2 3\n', length) },
  {
    name: 'headings in comments',
    make: (length) => `${HEAD}  1. Pete\n\n` + repeated('    soundoff (1 Response)\n', length),
  },
  {
    name: 'paragraphs that could be headings',
    make: (length) => repeated('soundoff (1,1,1,1 Response\n\n', length),
  },
  {
    name: 'a name of one line',
    make: (length) => `${HEAD}  1. ${'Pete '.repeat(length / 5)}\n\n    ${DATE}\n`,
  },
]

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length))
}

/** Each reply is a reply to the one before, as deep as the length allows. */
function ladder(length: number): string {
  const parts = ['  1. Pete\n\n    x\n\n    ' + DATE + '\n']
  for (let column = 4, total = 0; total < length; column += 2) {
    const indentation = ' '.repeat(column)
    const part = `${indentation}• Pete\n\n${indentation}  x\n\n${indentation}  ${DATE}\n`
    parts.push(part)
    total += part.length
  }
  return parts.join('')
}

/** Bullets without dates, each further left than the one before. */
function stairs(length: number): string {
  const count = Math.floor(Math.sqrt(2 * length))
  return Array.from({ length: count }, (_, index) => `${' '.repeat(count - index)}• Pete\n`).join('')
}

function everyDay(length: number): string {
  const parts: string[] = []
  for (let index = 0, total = 0; total < length; index++) {
    const day = new Date(Date.UTC(1000, 0, 1 + index))
    const month = day.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
    const date = `${month} ${day.getUTCDate()}, ${day.getUTCFullYear()} at 5:39 pm`
    const part = `  1. Pete\n\n    ${date}\n`
    parts.push(part)
    total += part.length
  }
  return parts.join('')
}
