import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import type { ReadPiece } from '../../src/backend/exchangingStore.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { importFile } from '../../src/hosts/transfer/importFile.ts'
import { at, importOf } from '../backend/imports.ts'
import { attempt, edit, factsOf, here, hold, id, post, remove } from '../backend/store/support.ts'
import { everyKindOfServerStore } from '../backend/stores.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { exportText, importText } from '../support/transfer.ts'

// A process of its own takes long to start on a machine that has much else to do.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let text: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-transfer-'))
  text = await exportText(await fill(createMemoryServerStore()), 'a', 'b')
})
afterAll(() => rm(folder, { recursive: true }))

/** Two discussions, the first with a comment of each kind. */
async function fill(store: ServerStore): Promise<ServerStore> {
  const rows = [
    ['1', null, 1, 'Zoë', 'Two\u2028lines\nand a \u0000 and half of a pair: \ud800'],
    ['2', '1', 2],
    ['3', '2', 3],
  ] as const
  await store.importDiscussion(importOf('a', rows, { rules: 'Be kind.', maxDepth: 9 }), { replace: false })
  await post(store, 'posted', {
    author: { name: 'Ann', avatarUrl: 'https://a.example/' },
    format: 'markdown',
  })
  await edit(store, 'posted', 'Changed')
  await remove(store, '3')
  await hold(store, 'held', { parentId: id('2'), depth: 3, heldFor: 'words' })
  await hold(store, 'refused')
  await store.release(here, id('refused'), { status: 'rejected' })
  await store.importDiscussion(importOf('b', [['1', null, 1]], { closed: true }), { replace: false })
  return store
}

const read = (content: string | Uint8Array, store: ServerStore, replace = false) =>
  inFile(content, (name) => importFile({ store, signal: createLocalSignal() }, name, { replace }))

async function inFile<Value>(
  content: string | Uint8Array,
  work: (name: string) => Promise<Value>,
): Promise<Value> {
  const name = join(folder, 'file.jsonl')
  await writeFile(name, content)
  return work(name)
}

test('a file has a discussion with its article and policy first, then a comment a line, each after the one that it answers', () => {
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(header).toMatchObject({
    soundoff: 'discussion',
    version: 1,
    article: { id: 'a', byline: 'A Writer' },
    discussion: { id: 'a', rules: 'Be kind.', maxDepth: 9, closed: false, count: 4, version: 6 },
    withheldCount: 2,
  })
  expect(lines.map((line) => [line['id'] ?? line['soundoff'], line['status'], line['heldFor']])).toEqual([
    ['1', 'published', undefined],
    ['posted', 'published', undefined],
    ['2', 'published', undefined],
    ['3', 'deleted', undefined],
    ['refused', 'rejected', undefined],
    ['held', 'held', 'words'],
    ['discussion', undefined, undefined],
    ['1', 'published', undefined],
  ])
  expect(lines[1]).toEqual({
    id: 'posted',
    parentId: null,
    author: { name: 'Ann', avatarUrl: 'https://a.example/' },
    body: 'Changed',
    format: 'markdown',
    status: 'published',
    createdAt: at(500),
    editedAt: at(600),
    editableUntil: null,
    revision: 2,
    replyCount: 0,
    sequence: 4,
    changedIn: 5,
  })
})

describe.each(everyKindOfServerStore())('importing into the store in $name', ({ open }) => {
  let store: ServerStore
  beforeEach(async () => {
    store = await open()
  })

  test('takes all discussions of a file in as they were, and tells who follows', async () => {
    const heard: string[] = []
    const signal = createLocalSignal()
    for (const name of ['a', 'b']) signal.listen(name as DiscussionId, () => heard.push(name))
    const outcome = await inFile(text, (name) => importFile({ store, signal }, name, { replace: false }))
    const told = ['a', 'b'].map((name) => expect.stringMatching(`file\\.jsonl: "${name}" is taken in`))
    expect(outcome).toEqual({ isRead: true, lines: told })
    expect(heard).toEqual(['a', 'b'])
    expect(await exportText(store, 'a', 'b')).toBe(text)
    const { recent } = await factsOf(store, attempt({ since: at(0) }))
    expect(recent.map((each) => String(each.id)).toSorted()).toEqual(['held', 'posted', 'refused'])
  })

  test('passes over what npm prints first', async () => {
    const { isRead } = await read(`\n> soundoff@0.1.0 export\n> tsx src/hosts/export.ts a\n\n${text}`, store)
    expect(isRead).toBe(true)
    expect(await exportText(store, 'a', 'b')).toBe(text)
  })

  test('leaves what is there already, unless it is to be replaced, and then goes on from its version', async () => {
    await store.importDiscussion(importOf('a', [['old', null, 1]]), { replace: false })
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await post(store, `old-${n}`)
    const before = await exportText(store, 'a')
    expect(await importText(store, text)).toEqual([
      { discussionId: 'a', isTaken: false },
      { discussionId: 'b', isTaken: true },
    ])
    expect(await exportText(store, 'a')).toBe(before)
    expect(await importText(store, text, { replace: true })).toMatchObject([
      { isTaken: true },
      { isTaken: true },
    ])
    expect(await store.readComment(here, id('old'))).toBeNull()
    expect(await store.readDiscussion(here)).toMatchObject({ count: 4, version: 10, importedIn: 10 })
    expect((await store.listChanges(here, 0, 9))?.comments).toEqual([])
    const again = (await exportText(store, 'a')).split('\n')
    expect(again.slice(1)).toEqual(text.split('\n').slice(1, 7).concat(''))
  })

  const change = (line: number, how: (line: string) => string) => () =>
    text
      .split('\n')
      .map((each, index) => (index + 1 === line ? how(each) : each))
      .join('\n')
  const without = (line: number) => () =>
    text
      .split('\n')
      .toSpliced(line - 1, 1)
      .join('\n')
  const lineOf = (line: number) => text.split('\n')[line - 1] ?? ''

  test.for([
    ['that ends within a line', 9, 'is no JSON', () => text.trimEnd().slice(0, -5)],
    [
      'that ends too early',
      9,
      'said to have 1 comments, and ends here with 0',
      () => text.split('\n').slice(0, 8).join('\n'),
    ],
    [
      'of which all of the last discussion is cut off but a bit',
      8,
      'is no JSON',
      () => text.slice(0, text.indexOf('{"soundoff"', 5) + 9),
    ],
    ['that lacks a thread', 3, 'answers "1", which does not stand', without(2)],
    ['that lacks a comment without replies', 7, 'said to have 4 comments, and ends here with 3', without(3)],
    ['that lacks a held comment', 7, 'said to have 2 withheld comments, and ends here with 1', without(7)],
    ['with a comment twice', 4, '"posted" is there twice', change(3, (line) => `${line}\n${line}`)],
  ] as [string, number, string, () => string][])('nothing of a file %s', async ([, line, message, make]) => {
    await expectRefusal(make(), line, message)
  })

  test.for([
    [
      'a wrong count of replies',
      2,
      '"1" is said to have another number of replies',
      change(2, (line) => line.replace('"replyCount":2', '"replyCount":3')),
    ],
    [
      'a reply to what is withheld',
      7,
      '"held" answers "refused", which',
      change(7, (line) => line.replace('"parentId":"2"', '"parentId":"refused"')),
    ],
    [
      'a member that nobody knows',
      3,
      'wrong at "mood"',
      change(3, (line) => line.replace('{"id"', '{"mood":"fine","id"')),
    ],
    ['a member too few', 3, 'wrong at "revision"', change(3, (line) => line.replace(/"revision":\d+,/, ''))],
    [
      'a day that is none',
      3,
      'wrong at "createdAt"',
      change(3, (line) => line.replace(/"createdAt":"2013-04-\d\d/, '"createdAt":"2013-02-30')),
    ],
    [
      'a status of its own',
      6,
      'wrong at "status"',
      change(6, (line) => line.replace('"rejected"', '"gone"')),
    ],
    [
      'a held comment without a reason',
      7,
      '"held" is held without a reason',
      change(7, (line) => line.replace('"heldFor":"words",', '')),
    ],
    [
      'a change of later than all',
      3,
      '"posted" has changes of later',
      change(3, (line) => line.replace('"changedIn":5', '"changedIn":7')),
    ],
    [
      'a number that is too large',
      3,
      'wrong at "sequence"',
      change(3, (line) => line.replace('"sequence":4', '"sequence":4294967296')),
    ],
    [
      'a time before all that is kept',
      3,
      'wrong at "createdAt"',
      change(3, (line) => line.replace(/"createdAt":"[^"]*"/, '"createdAt":"-000001-01-01T00:00:00.000Z"')),
    ],
    [
      'more replies than there are comments',
      3,
      'replies',
      change(3, (line) => line.replace(/"replyCount":\d+/, '"replyCount":2147483647')),
    ],
    ['a list', 3, 'wrong at', change(3, () => '[]')],
    ['an empty line', 3, 'is no JSON', change(3, () => '')],
    ['a comment first', 1, 'before any discussion', without(1)],
    ['nothing in it', 1, 'There is no discussion in this file', () => ''],
    [
      'the form of a later version',
      1,
      'exported by a newer version',
      change(1, (line) => line.replace('"version":1', '"version":2')),
    ],
    [
      'the article of another discussion',
      1,
      'is not the one of the discussion',
      change(1, (line) => line.replace('"article":{"id":"a"', '"article":{"id":"c"')),
    ],
  ] as [string, number, string, () => string][])(
    'nothing of a file with %s',
    async ([, line, message, make]) => {
      await expectRefusal(make(), line, message)
    },
  )

  test('nothing of a file that is no text', async () => {
    const broken = Buffer.from(text)
    broken[broken.indexOf('Changed')] = 0xff
    await expectRefusal(broken, 3, 'is no text in UTF-8')
    expect(lineOf(3)).toContain('Changed')
  })

  /** Nothing is there where nothing was, and what was there stays, also where it was to be replaced. */
  async function expectRefusal(content: string | Uint8Array, line: number, message: string): Promise<void> {
    await store.importDiscussion(importOf('a', [['old', null, 1]]), { replace: false })
    const before = await exportText(store, 'a')
    const { isRead, lines } = await read(content, store, true)
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`file\\.jsonl:${line}: .*(${message}).*Nothing of the file`)),
    ])
    expect(isRead).toBe(false)
    expect(await exportText(store, 'a')).toBe(before)
    expect(await store.readDiscussion('b' as DiscussionId)).toBeNull()
  }

  test('a discussion of many comments is taken in and given away part by part', async () => {
    const count = 3_500
    async function* pieces(): AsyncGenerator<ReadPiece> {
      const { article, discussion } = importOf('a', [])
      const counts = { importedCount: count, count, threadCount: count, version: count, importedIn: count }
      yield {
        kind: 'discussion',
        line: 1,
        kept: { article, discussion: { ...discussion, ...counts }, withheldCount: 0 },
      }
      for (let given = 0; given < count; given += 500) {
        yield {
          kind: 'comments',
          line: given + 2,
          comments: Array.from({ length: 500 }, (_, n) => commentOf(given + n + 1)),
        }
      }
      yield { kind: 'end', line: count + 2 }
    }
    await store.importPieces(pieces, { replace: false })
    const sizes: number[] = []
    await store.exportDiscussion(here, async (piece) => {
      if (piece.kind === 'comments') sizes.push(piece.comments.length)
    })
    expect(sizes).toEqual([1_000, 1_000, 1_000, 500])
  })
})

function commentOf(n: number) {
  return {
    id: `c${n}` as CommentId,
    parentId: null,
    author: { name: 'Ann' },
    body: `Text ${n}`,
    format: 'plain',
    status: 'published',
    createdAt: at(n),
    editedAt: null,
    editableUntil: null,
    revision: 1,
    replyCount: 0,
    sequence: n,
    changedIn: n,
  } as const
}

test('a file that is not there, and a folder, are told', async () => {
  const store = createMemoryServerStore()
  const tell = async (name: string) =>
    importFile({ store, signal: createLocalSignal() }, name, { replace: false })
  expect(await tell(join(folder, 'none'))).toEqual({
    isRead: false,
    lines: [expect.stringMatching(/There is no such file/)],
  })
  expect(await tell(folder)).toEqual({ isRead: false, lines: [expect.stringMatching(/This is a directory/)] })
})

test('the commands take in, and write out the very same, and nothing else', async () => {
  const name = join(folder, 'both.jsonl')
  await writeFile(name, text)
  expect(await run('import', [name])).toEqual({
    code: 0,
    output: `${name}: "a" is taken in.\n${name}: "b" is taken in.\n`,
    errors: '',
  })
  expect(await run('export', ['a', 'b'])).toEqual({
    code: 0,
    output: await readFile(name, 'utf8'),
    errors: '',
  })
  expect(await run('export', ['b', 'none'])).toEqual({
    code: 1,
    output: text.slice(text.indexOf('{"soundoff"', 5)),
    errors: 'There is no discussion "none" here.\n',
  })
  const usages = await Promise.all([
    run('export', []),
    run('export', ['a b']),
    run('import', ['--all', name]),
  ])
  for (const { code, errors } of usages) {
    expect(code).toBe(1)
    expect(errors).toMatch(/^Usage: npm run /)
  }
})

function run(command: 'export' | 'import', parameters: readonly string[]) {
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const all = [builtCommand(command), ...parameters]
    const env = { PATH: process.env['PATH'] ?? '', SOUNDOFF_DATA: join(folder, 'data') }
    execFile(process.execPath, all, { env }, (error, output, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, errors })
    })
  })
}
