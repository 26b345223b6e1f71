import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ATTRIBUTES } from '../../src/embed/options.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const section = /\n## Embedding\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? ''

test('the README names every attribute of the element, and no other', () => {
  expect(firstColumn('attribute')).toEqual(Object.values(ATTRIBUTES).toSorted())
})

test('the README names every event of the element with all that its detail holds', () => {
  const source =
    /export type EmbedEvents = \{([\s\S]*?)\n\}/.exec(read('src/embed/embedEvents.ts'))?.[1] ?? ''
  const told = source.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const events = Array.from(
    told.matchAll(/'(soundoff:\w+)':\s*\{([^}]*)\}/g),
    ([, name, detail = '']) =>
      `${name} ${Array.from(detail.matchAll(/(\w+)\??:/g), ([, key]) => key).join()}`,
  )
  const documented = rowsOf('event').map(([name, detail = '']) => `${name} ${namesIn(detail).join()}`)
  expect(events.length).toBeGreaterThan(4)
  expect(documented.toSorted()).toEqual(events.toSorted())
})

test('the README names every custom property that the styles of the element know, and no other', () => {
  const styles = ['src/embed/embed.css', 'src/embed/place.ts'].map(read).join('\n')
  const known = new Set(Array.from(styles.matchAll(/var\((--soundoff-[\w-]+)/g), ([, name]) => name))
  expect(firstColumn('custom property')).toEqual([...known].toSorted())
})

/** The rows of the table whose first heading is that; of its first cell only the name. */
function rowsOf(heading: string): string[][] {
  const table = new RegExp(`\\n\\| ${heading} [^\\n]*\\n\\|[-| ]+\\|\\n((?:\\|[^\\n]*\\n)+)`).exec(
    section,
  )?.[1]
  if (table === undefined) throw new Error(`The README has no table of "${heading}".`)
  return table
    .trim()
    .split('\n')
    .map((row) => row.slice(1, -1).split('|'))
    .map(([first = '', ...rest]) => [namesIn(first)[0] ?? '', ...rest])
}

function firstColumn(heading: string): string[] {
  return rowsOf(heading)
    .map(([first = '']) => first)
    .toSorted()
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, name = '']) => name)
}
