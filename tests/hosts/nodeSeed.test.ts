import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ArticleId, DiscussionId } from '../../src/domain/ids.ts'
import { builtCommand } from '../support/commands/builtCommand.ts'
import { openMemoryBackend } from '../support/memoryBackend.ts'
import { readSecrets } from '../../src/hosts/node/readSecrets.ts'
import { seedFile } from '../../src/hosts/node/seedFiles.ts'
import { tellError } from '../../src/hosts/node/log.ts'
import { hello } from '../backend/openService.ts'
import { serviceOver } from '../support/serviceOver.ts'

const SAMPLE = 'public/transcripts/kerry-to-urge-china.txt'
const id = 'kerry-to-urge-china'
const keep = { replace: false }

// A process of its own takes long to start on a machine that has much else to do.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-seed-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a transcript', () => {
  test('is taken in once, and stays with what was written to it', async () => {
    const backend = openMemoryBackend()
    const heard: string[] = []
    backend.signal.listen(id as DiscussionId, () => heard.push(id))
    expect(await seedFile(backend, SAMPLE, keep)).toEqual({
      isRead: true,
      lines: [`${SAMPLE}: read as "${id}", with 25 comments.`],
    })
    expect(await backend.store.readArticle(id as ArticleId)).toMatchObject({ discussionId: id })
    expect(await backend.findNewestArticle()).toBe(id)

    const { api } = serviceOver(backend.store)
    await api.postComment({ ...hello(), discussionId: id as DiscussionId })
    const again = await seedFile(backend, SAMPLE, keep)
    expect(again).toEqual({
      isRead: true,
      lines: [expect.stringContaining('is there already, and stays as it is')],
    })
    expect(await api.readDiscussion({ discussionId: id as DiscussionId })).toMatchObject({ count: 26 })
    expect(heard).toHaveLength(1)
  })

  test('takes the place of what is there where it is told to, and who follows is told', async () => {
    const backend = openMemoryBackend()
    await seedFile(backend, SAMPLE, keep)
    const { api } = serviceOver(backend.store)
    await api.postComment({ ...hello(), discussionId: id as DiscussionId })
    const heard: string[] = []
    backend.signal.listen(id as DiscussionId, () => heard.push(id))
    expect((await seedFile(backend, SAMPLE, { replace: true })).isRead).toBe(true)
    expect(await api.readDiscussion({ discussionId: id as DiscussionId })).toMatchObject({ count: 25 })
    expect(heard).toHaveLength(1)
  })

  test('that is damaged is taken in as far as it goes, and its damage is told by line', async () => {
    const path = join(folder, 'damaged.txt')
    await writeFile(path, (await readFile(SAMPLE, 'utf8')).slice(0, 9000))
    const { isRead, lines } = await seedFile(openMemoryBackend(), path, keep)
    expect(isRead).toBe(true)
    expect(lines).toEqual([
      expect.stringMatching(/read as "damaged", with \d+ comments\.$/),
      `${path}:113:3: The file ends before the date line of this comment; it is left out.`,
    ])
  })

  test.for([
    ['letter.txt', 'Dear reader,\n\nthis is a letter.\n', /:1:1: This is no transcript/],
    ['missing.txt', null, /: There is no such file\.$/],
  ] as const)('%s, which is none, is told, and changes nothing', async ([name, text, message]) => {
    const path = join(folder, name)
    if (text !== null) await writeFile(path, text)
    const backend = openMemoryBackend()
    expect(await seedFile(backend, path, { replace: true })).toEqual({
      isRead: false,
      lines: [expect.stringMatching(message)],
    })
    expect(await backend.findNewestArticle()).toBeNull()
  })
})

test('the command says what came of each file, and ends with 1 where one could not be read', async () => {
  const prose = join(folder, 'prose.txt')
  await writeFile(prose, 'Dear reader')
  const usage = run(['--all', SAMPLE])
  // One after the other, as each has the data to itself.
  const outcomes = [await run(['--replace', SAMPLE, prose]), await run([SAMPLE]), await usage]
  const read = `${SAMPLE}: read as "${id}", with 25 comments.\n`
  expect(outcomes).toEqual([
    {
      code: 1,
      output: read,
      errors: expect.stringMatching(/prose\.txt:1:1: This is no transcript/),
    },
    { code: 0, output: expect.stringContaining('already'), errors: '' },
    { code: 1, output: '', errors: expect.stringMatching(/^Usage: npm run seed /) },
  ])
})

describe('the secret of the server', () => {
  test('is made once where none is given, by all who begin at once, for its owner to read', async () => {
    const dataFolder = join(folder, 'new/data')
    const made = await Promise.all([1, 2, 3].map(() => readSecrets({ secrets: null, dataFolder })))
    expect(new Set(made.map(([secret]) => Buffer.from(secret).toString('hex'))).size).toBe(1)
    expect(made[0]?.[0]).toHaveLength(32)
    expect((await stat(join(dataFolder, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readSecrets({ secrets: null, dataFolder })).toEqual(made[0])
  })

  test('is the first of those that are given, and nothing is written then', async () => {
    const dataFolder = join(folder, 'unneeded')
    const secrets = ['a'.repeat(32), 'b'.repeat(32)]
    expect(await readSecrets({ secrets, dataFolder })).toEqual(
      secrets.map((text) => new TextEncoder().encode(text)),
    )
    await expect(stat(dataFolder)).rejects.toThrow('ENOENT')
  })

  test('that is damaged is not replaced, as all rights would be void', async () => {
    await writeFile(join(folder, 'secret'), 'half of i')
    await expect(readSecrets({ secrets: null, dataFolder: folder })).rejects.toThrow(/secret holds no secret/)
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('half of i')
  })
})

test('of an error the log has what went wrong, and nothing of what was asked for', () => {
  const cause = Object.assign(new Error('deadlock detected'), { code: '40P01', detail: 'Key (name)=(Ann)' })
  const error = Object.assign(new Error('unavailable', { cause }), { query: 'insert', params: ['My words'] })
  const told = JSON.stringify(tellError(error))
  expect(told).toContain('deadlock detected')
  expect(told).toContain('40P01')
  expect(told).not.toMatch(/Ann|My words|insert/)
})

function run(parameters: readonly string[]) {
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const command = [builtCommand('seed'), ...parameters]
    const env = { PATH: process.env['PATH'] ?? '', SOUNDOFF_DATA: join(folder, 'seeded') }
    execFile(process.execPath, command, { env }, (error, output, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, errors })
    })
  })
}
