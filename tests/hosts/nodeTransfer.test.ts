import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import type { ReadPiece } from '../../src/backend/exchangingStore.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { importFile } from '../../src/hosts/transfer/importFile.ts'
import { at, importOf } from '../backend/imports.ts'
import { attempt, factsOf, here, id, post } from '../backend/store/support.ts'
import { everyKindOfServerStore } from '../backend/stores.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { exportText, importText } from '../support/transfer.ts'
import { read, writeTwo, written } from './transferFile.ts'

// A process of its own takes long to start on a machine that has much else to do.
vi.setConfig({ testTimeout: 60_000 })

writeTwo()

test('a file has a discussion with its article and policy first, then a comment a line, each after the one that it answers', () => {
  const [header, ...lines] = written.text
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
    const outcome = await read(written.text, store, { signal })
    const told = ['a', 'b'].map((name) => expect.stringMatching(`file\\.jsonl: "${name}" is taken in`))
    expect(outcome).toEqual({ isRead: true, lines: told })
    expect(heard).toEqual(['a', 'b'])
    expect(await exportText(store, 'a', 'b')).toBe(written.text)
    const { recent } = await factsOf(store, attempt({ since: at(0) }))
    expect(recent.map((each) => String(each.id)).toSorted()).toEqual(['held', 'posted', 'refused'])
  })

  test('passes over what npm prints first', async () => {
    const { isRead } = await read(
      `\n> soundoff@0.1.0 export\n> tsx src/hosts/export.ts a\n\n${written.text}`,
      store,
    )
    expect(isRead).toBe(true)
    expect(await exportText(store, 'a', 'b')).toBe(written.text)
  })

  test('leaves what is there already, unless it is to be replaced, and then goes on from its version', async () => {
    await store.importDiscussion(importOf('a', [['old', null, 1]]), { replace: false })
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await post(store, `old-${n}`)
    const before = await exportText(store, 'a')
    expect(await importText(store, written.text)).toEqual([
      { discussionId: 'a', isTaken: false },
      { discussionId: 'b', isTaken: true },
    ])
    expect(await exportText(store, 'a')).toBe(before)
    expect(await importText(store, written.text, { replace: true })).toMatchObject([
      { isTaken: true },
      { isTaken: true },
    ])
    expect(await store.readComment(here, id('old'))).toBeNull()
    expect(await store.readDiscussion(here)).toMatchObject({ count: 4, version: 10, importedIn: 10 })
    expect((await store.listChanges(here, 0, 9))?.comments).toEqual([])
    const again = (await exportText(store, 'a')).split('\n')
    expect(again.slice(1)).toEqual(written.text.split('\n').slice(1, 7).concat(''))
  })

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
  expect(await tell(join(written.folder, 'none'))).toEqual({
    isRead: false,
    lines: [expect.stringMatching(/There is no such file/)],
  })
  expect(await tell(written.folder)).toEqual({
    isRead: false,
    lines: [expect.stringMatching(/This is a directory/)],
  })
})

test('the commands take in, and write out the very same, and nothing else', async () => {
  const name = join(written.folder, 'both.jsonl')
  await writeFile(name, written.text)
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
    output: written.text.slice(written.text.indexOf('{"soundoff"', 5)),
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
    const env = { PATH: process.env['PATH'] ?? '', SOUNDOFF_DATA: join(written.folder, 'data') }
    execFile(process.execPath, all, { env }, (error, output, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, errors })
    })
  })
}
