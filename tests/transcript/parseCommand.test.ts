import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { transcriptId } from '../../src/transcript/transcriptId.ts'
import { generateTranscript } from '../support/generateTranscript.ts'

const SAMPLE = 'public/transcripts/kerry-to-urge-china.txt'
const COMMAND = 'node_modules/tsx/dist/cli.mjs src/hosts/parse.ts'

vi.setConfig({ testTimeout: 30_000 })

type Outcome = { code: number; output: string; errors: string }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parse-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a transcript is printed as JSON, by name as from standard input', async () => {
  const text = await readFile(SAMPLE, 'utf8')
  const [named, piped] = await Promise.all([run([SAMPLE]), run(['-'], text)])
  const json = (id: string): string => `${JSON.stringify(parseTranscript(text, { id }), null, 2)}\n`
  expect(named).toEqual({ code: 0, output: json('kerry-to-urge-china'), errors: '' })
  expect(piped).toEqual({ code: 0, output: json('transcript'), errors: '' })
})

test('a damaged transcript is printed as far as it goes, and its problems are named by line and column', async () => {
  const path = await file('damaged page.txt', (await readFile(SAMPLE, 'utf8')).slice(0, 9000))
  const { code, output, errors } = await run([path])
  const { comments, problems } = parseTranscript(await readFile(path, 'utf8'), { id: 'damaged-page' })
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ article: { id: 'damaged-page' }, comments, problems })
  expect(errors).toBe(`${path}:113:3: The file ends before the date line of this comment; it is left out.\n`)
})

test('a large transcript is printed whole, and a reader that has enough is no failure', async () => {
  const path = await file('large.txt', `\uFEFF${generateTranscript(1, 2_000_000)}`)
  const [whole, head] = await Promise.all([run([path]), run([path], '', '| head -c 100')])
  const expected = parseTranscript(await readFile(path, 'utf8'), { id: 'large' })
  expect(whole).toEqual({ code: 0, output: `${JSON.stringify(expected, null, 2)}\n`, errors: '' })
  expect(head).toEqual({ code: 0, output: whole.output.slice(0, 100), errors: '' })
})

test('what cannot be parsed is refused in one sentence', async () => {
  const prose = await file('prose.txt', 'Dear reader,\n\nthis is a letter.\n')
  const latin = await file(
    'latin.txt',
    Buffer.from('A \u{fffd} title\nApril 11th, 2013\n\ncaf\u00e9', 'utf8').subarray(0, -1),
  )
  const missing = join(folder, 'missing.txt')
  const outcomes = await Promise.all([
    run([]),
    run([SAMPLE, SAMPLE]),
    run([prose]),
    run([latin]),
    run([missing]),
    run([folder]),
    run(['-']),
  ])
  const usage =
    /^Usage: npm run --silent parse -- FILE, where FILE is one transcript or - for standard input\.\n$/
  const sentences = [
    usage,
    usage,
    /prose\.txt:1:1: This is no transcript: one has [^\n]*\.\n$/,
    /latin\.txt: This is not UTF-8 text; the byte at offset 33 is wrong\.\n$/,
    /missing\.txt: There is no such file\.\n$/,
    /: This is a directory, not a file\.\n$/,
    /^-:1:1: This is no transcript: one has [^\n]*\.\n$/,
  ]
  outcomes.forEach((outcome, index) => {
    expect(outcome).toEqual({ code: 1, output: '', errors: expect.stringMatching(sentences[index] ?? '') })
  })
})

test('a file without permission to read is refused in one sentence', async (context) => {
  context.skip(process.getuid?.() === 0, 'the superuser may read everything')
  const path = await file('secret.txt', 'x')
  await chmod(path, 0o000)
  const { code, errors } = await run([path])
  expect([code, errors]).toEqual([1, `${path}: There is no permission to read this file.\n`])
})

test.each([
  ['public/transcripts/kerry-to-urge-china.txt', 'kerry-to-urge-china'],
  ['C:\\pages\\Kerry, China (2).html.txt', 'Kerry-China-2-html'],
  ['.hidden', 'hidden'],
  ['北京.txt', 'transcript'],
  ['-', 'transcript'],
  [`${'x'.repeat(300)}.txt`, 'x'.repeat(128)],
])('the file "%s" gives the id "%s"', (path, id) => {
  expect(transcriptId(path)).toBe(id)
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** Runs the command in a shell, with `input` as its standard input; the exit code is the command's, not that of `after`. */
function run(names: readonly string[], input = '', after = ''): Promise<Outcome> {
  const script = `set -o pipefail; "${process.execPath}" ${COMMAND} "$@" ${after}`
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      ['-c', script, 'bash', ...names],
      { maxBuffer: 1 << 28 },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors })
      },
    )
    child.stdin?.end(input)
  })
}
