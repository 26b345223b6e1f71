import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToFrame, readToPage, type ToFrame, type ToPage } from '../../src/embed/frame/messages.ts'
import { ATTRIBUTES, type WrittenOptions } from '../../src/embed/options.ts'

const written: WrittenOptions = {
  discussion: 'a',
  backend: 'https://comments.example/api/v1',
  pageUrl: 'https://blog.example/post',
  pageTitle: 'A “post”',
  order: 'newest',
  theme: 'inherit',
  density: null,
  maxDepth: '3',
  loading: 'eager',
  isolation: null,
  lang: null,
}

const look = {
  color: 'rgb(1, 2, 3)',
  'background-color': 'color(srgb 0.1 0.2 0.3 / 0.4)',
  'color-scheme': 'light dark',
  'font-family': '"Source Sans 3", system-ui, sans-serif',
  'font-size': '17.5px',
  '--soundoff-accent': 'light-dark(#b5179e, oklch(70% 0.1 200deg))',
  '--soundoff-space': 'calc(1rem + 2%)',
  '--soundoff-font': 'Georgia, serif',
}

const toFrame: readonly ToFrame[] = [
  { kind: 'options', written, look: {} },
  { kind: 'options', written, look },
  { kind: 'go', commentId: 'a-Z_9' },
  { kind: 'left' },
  { kind: 'view', above: 0, below: 12.5, window: 800 },
]

const toPage: readonly ToPage[] = [
  { kind: 'here' },
  { kind: 'height', height: 1, shift: -40.5 },
  { kind: 'height', height: 1_000_000, shift: 0 },
  { kind: 'place', top: 0, height: 0, block: 'nearest' },
  { kind: 'place', top: 12.5, height: 300, block: 'start' },
  { kind: 'event', name: 'soundoff:ready', detail: { discussionId: 'a', count: 0 } },
  {
    kind: 'event',
    name: 'soundoff:count',
    detail: { discussionId: 'a', count: 2, text: '2 comments', backend: 'browser' },
  },
  {
    kind: 'event',
    name: 'soundoff:posted',
    detail: { discussionId: 'a', commentId: 'b', parentId: null, status: 'held' },
  },
  {
    kind: 'event',
    name: 'soundoff:failed',
    detail: { discussionId: 'a', doing: 'posting', code: 'rate-limited' },
  },
  {
    kind: 'event',
    name: 'soundoff:draft',
    detail: { discussionId: 'a', commentId: 'b', isUnfinished: true },
  },
  {
    kind: 'event',
    name: 'soundoff:navigate',
    detail: { discussionId: 'a', commentId: 'b', url: 'https://blog.example/#comment-b' },
  },
]

const marked = (message: object) => ({ soundoff: 1, ...message })

test.each(toFrame)('a frame understands $kind', (message) => {
  expect(readToFrame(structuredClone(marked(message)))).toEqual(marked(message))
  expect(readToPage(marked(message))).toBeNull()
})

test.each(toPage)('a page understands $kind $name', (message) => {
  expect(readToPage(structuredClone(marked(message)))).toEqual(marked(message))
  expect(readToFrame(marked(message))).toBeNull()
})

describe('what lacks anything, or is of another version, is no message', () => {
  const all = [
    ...toFrame.map((each) => [readToFrame, each] as const),
    ...toPage.map((each) => [readToPage, each] as const),
  ]
  test.each(all)('%o %o', (read, message) => {
    expect(read(message)).toBeNull()
    for (const mark of [2, '1', true, null]) expect(read({ ...message, soundoff: mark })).toBeNull()
    for (const name of Object.keys(message))
      expect(read({ ...marked(message), [name]: undefined })).toBeNull()
    if (!('detail' in message)) return
    for (const name of Object.keys(message.detail)) {
      expect(read(marked({ ...message, detail: { ...message.detail, [name]: [] } }))).toBeNull()
    }
  })
})

test.each([
  ['a height of nothing', { kind: 'height', height: 0, shift: 0 }],
  ['a height in fractions', { kind: 'height', height: 1.5, shift: 0 }],
  ['a height beyond all measure', { kind: 'height', height: 1_000_001, shift: 0 }],
  ['a height that is no number', { kind: 'height', height: Number.NaN, shift: 0 }],
  ['a height in words', { kind: 'height', height: '100', shift: 0 }],
  ['a shift beyond all measure', { kind: 'height', height: 1, shift: -Infinity }],
  ['a place above the frame', { kind: 'place', top: -1, height: 1, block: 'start' }],
  ['a place at an edge that is none', { kind: 'place', top: 1, height: 1, block: 'center' }],
  ['an event of another name', { kind: 'event', name: 'click', detail: {} }],
  ['an event by the name of what all objects have', { kind: 'event', name: 'toString', detail: {} }],
  ['a kind by the name of what all objects have', { kind: 'constructor' }],
  [
    'a failure that is none of ours',
    {
      kind: 'event',
      name: 'soundoff:failed',
      detail: { discussionId: 'a', doing: 'loading', code: 'valueOf' },
    },
  ],
  [
    'a count below nothing',
    { kind: 'event', name: 'soundoff:ready', detail: { discussionId: 'a', count: -1 } },
  ],
])('a page does not understand %s', (_, message) => {
  expect(readToPage(marked(message))).toBeNull()
})

test.each([
  ['a comment that is no id', { kind: 'go', commentId: 'a b' }],
  ['options that are no texts', { kind: 'options', written: { ...written, order: 1 }, look }],
  ['a text of any length', { kind: 'options', written: { ...written, lang: 'a'.repeat(4_001) }, look }],
  ['a property that is none of the look', { kind: 'options', written, look: { position: 'fixed' } }],
  [
    'something to be fetched',
    { kind: 'options', written, look: { '--soundoff-surface': 'url(https://evil.example)' } },
  ],
  [
    'a colour that ends its declaration',
    { kind: 'options', written, look: { color: 'red; position: fixed' } },
  ],
  ['a font with a function', { kind: 'options', written, look: { 'font-family': 'attr(x)' } }],
  ['a font that ends its rule', { kind: 'options', written, look: { '--soundoff-font': 'a} b{' } }],
  ['a size of another kind', { kind: 'options', written, look: { 'font-size': '10000px' } }],
  ['a look that is a text', { kind: 'options', written, look: 'red' }],
])('a frame does not understand %s', (_, message) => {
  expect(readToFrame(marked(message))).toBeNull()
})

test('nothing that pages may send about is taken for a message, or throws', () => {
  fc.assert(
    fc.property(
      fc.anything({ withMap: true, withSet: true, withTypedArray: true, withDate: true }),
      (data) => {
        expect([readToFrame(data), readToPage(data)]).toEqual([null, null])
      },
    ),
  )
})

test('a message with one value that means nothing is refused', () => {
  const wrong = fc.oneof(
    fc.constantFrom(undefined, Number.NaN, Infinity, -1_000_001, 'no such', '', true),
    fc.object().filter((value) => Object.keys(value).length > 0),
    fc.array(fc.anything()),
  )
  fc.assert(
    fc.property(fc.constantFrom(...toFrame, ...toPage), fc.nat(), wrong, (message, at, value) => {
      const names = Object.keys(message)
      const changed = marked({ ...message, [names[at % names.length] ?? 'kind']: value })
      expect([readToFrame(changed), readToPage(changed)]).toEqual([null, null])
    }),
    { numRuns: 2_000 },
  )
})

test('what is understood has every option as a text or nothing, and a height that a frame can have', () => {
  const texts = fc.option(fc.string({ maxLength: 20 }))
  const options = fc.record({
    soundoff: fc.constant(1),
    kind: fc.constant('options'),
    written: fc.record(Object.fromEntries(Object.keys(ATTRIBUTES).map((name) => [name, texts]))),
    look: fc.record({ color: fc.string({ maxLength: 8 }) }, { requiredKeys: [] }),
  })
  const height = fc.record({
    soundoff: fc.constant(1),
    kind: fc.constant('height'),
    height: fc.double(),
    shift: fc.double(),
  })
  fc.assert(
    fc.property(options, height, (toFrame, toPage) => {
      const heard = readToFrame(toFrame)
      if (heard?.kind === 'options') expect(heard.look.color ?? '').toMatch(/^[^;{}"'\\]*$/)
      const found = readToPage(toPage)
      if (found?.kind === 'height') expect(Number.isInteger(found.height) && found.height >= 1).toBe(true)
    }),
  )
})
