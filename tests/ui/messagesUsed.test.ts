import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english } from '../../src/ui/messages/english.ts'
import { englishElement } from '../../src/ui/messages/englishElement.ts'
import { englishFinding } from '../../src/ui/messages/englishFinding.ts'
import { englishFrame } from '../../src/ui/messages/englishFrame.ts'
import { englishHost } from '../../src/ui/messages/englishHost.ts'
import { englishLoader } from '../../src/ui/messages/englishLoader.ts'
import { englishScriptless } from '../../src/ui/messages/englishScriptless.ts'
import { englishDesk } from '../../src/moderation/messages/englishDesk.ts'
import { englishWriting } from '../../src/ui/messages/englishWriting.ts'

const ANYWHERE = [
  'messages',
  'words',
  'english\\w+',
  'use\\w*Messages\\(\\)',
  '\\w*[mM]essagesOf\\([^()]*\\)',
]

/** Each catalogue, and what else it is called where it is read. */
const CATALOGUES: readonly (readonly [name: string, catalogue: object, owner: string | null])[] = [
  ['english', english, null],
  ['englishWriting', englishWriting, null],
  ['englishFinding', englishFinding, null],
  ['englishDesk', englishDesk, 'deskWords'],
  ['englishElement', englishElement, 'element'],
  ['englishFrame', englishFrame, null],
  ['englishHost', englishHost, 'host'],
  ['englishLoader', englishLoader, null],
  ['englishScriptless', englishScriptless, null],
]

const src = join(import.meta.dirname, '../../src')
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(({ name, parentPath }) => /\.tsx?$/.test(name) && !/ui.messages$/.test(parentPath))
  .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n')

test.each(CATALOGUES)('every text of %s is read somewhere', (_, catalogue, owner) => {
  expect(Object.keys(catalogue).filter((name) => !isRead(name, owner))).toEqual([])
})

test('a text that nothing reads is found', () => {
  expect(isRead('commentPosted')).toBe(true)
  expect(isRead('neverSaidByAnybody')).toBe(false)
  // A field of something else by the same name is not one of a catalogue.
  expect(sources).toMatch(/\.blocks\b/)
  expect(isRead('blocks')).toBe(false)
})

/** From what is called as catalogues are, be it by a point or in taking it apart. */
function isRead(name: string, owner: string | null = null): boolean {
  const owners = String.raw`\b(?:${[...ANYWHERE, ...(owner === null ? [] : [owner])].join('|')})`
  const byPoint = new RegExp(String.raw`${owners}(?:\.\w+)?\??\.${name}\b`)
  const takenApart = new RegExp(String.raw`\{[^{}]*\b${name}\b[^{}]*\} = ${owners}`)
  return byPoint.test(sources) || takenApart.test(sources)
}
