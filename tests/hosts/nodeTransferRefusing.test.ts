import { beforeEach, describe, expect, test } from 'vitest'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from '../backend/imports.ts'
import { everyKindOfServerStore } from '../backend/stores.ts'
import { exportText } from '../support/transfer.ts'
import { read, writeTwo, written } from './transferFile.ts'

writeTwo()

describe.each(everyKindOfServerStore())('the store in $name takes in', ({ open }) => {
  let store: ServerStore
  beforeEach(async () => {
    store = await open()
  })

  const change = (line: number, how: (line: string) => string) => () =>
    written.text
      .split('\n')
      .map((each, index) => (index + 1 === line ? how(each) : each))
      .join('\n')
  const without = (line: number) => () =>
    written.text
      .split('\n')
      .toSpliced(line - 1, 1)
      .join('\n')
  const lineOf = (line: number) => written.text.split('\n')[line - 1] ?? ''

  test.for([
    ['that ends within a line', 9, 'is no JSON', () => written.text.trimEnd().slice(0, -5)],
    [
      'that ends too early',
      9,
      'said to have 1 comments, and ends here with 0',
      () => written.text.split('\n').slice(0, 8).join('\n'),
    ],
    [
      'of which all of the last discussion is cut off but a bit',
      8,
      'is no JSON',
      () => written.text.slice(0, written.text.indexOf('{"soundoff"', 5) + 9),
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
    const broken = Buffer.from(written.text)
    broken[broken.indexOf('Changed')] = 0xff
    await expectRefusal(broken, 3, 'is no text in UTF-8')
    expect(lineOf(3)).toContain('Changed')
  })

  /** Nothing is there where nothing was, and what was there stays, also where it was to be replaced. */
  async function expectRefusal(content: string | Uint8Array, line: number, message: string): Promise<void> {
    await store.importDiscussion(importOf('a', [['old', null, 1]]), { replace: false })
    const before = await exportText(store, 'a')
    const { isRead, lines } = await read(content, store, { replace: true })
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`file\\.jsonl:${line}: .*(${message}).*Nothing of the file`)),
    ])
    expect(isRead).toBe(false)
    expect(await exportText(store, 'a')).toBe(before)
    expect(await store.readDiscussion('b' as DiscussionId)).toBeNull()
  }
})
