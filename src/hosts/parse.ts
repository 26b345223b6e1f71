import { constants, isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { parseTranscript } from '../transcript/parseTranscript.ts'
import type { ReadTranscript, TranscriptProblem } from '../transcript/transcript.ts'
import { transcriptId } from '../transcript/transcriptId.ts'

/** Why there is nothing to print, as one sentence for people. */
class Refusal extends Error {}

const STANDARD_INPUT = '-'
/** In UTF-16 code units; what is printed goes out in parts of at least this length, not as one string. */
const PART_LENGTH = 1 << 16

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.exitCode = 1
  await print(process.stderr, [`${error.message}\n`])
}

/** Prints the transcript as JSON, and its problems as `FILE:line:column: message` on standard error. */
async function run(names: readonly string[]): Promise<void> {
  const [name] = names
  if (name === undefined || names.length > 1) {
    throw new Refusal(
      'Usage: npm run --silent parse -- FILE, where FILE is one transcript or - for standard input.',
    )
  }
  const text = decode(name, await readBytes(name))
  const transcript = parseTranscript(text, { id: transcriptId(name) })
  if (transcript.article === null) throw new Refusal(describeProblem(name, transcript.problems[0]))
  await print(process.stdout, jsonParts(transcript))
  await print(process.stderr, problemLines(name, transcript.problems))
}

/** A name is read from the folder that npm was called in. */
async function readBytes(name: string): Promise<Buffer> {
  try {
    return name === STANDARD_INPUT
      ? await buffer(process.stdin)
      : await readFile(resolve(process.env['INIT_CWD'] ?? '', name))
  } catch (error) {
    throw new Refusal(`${name}: ${explainReadError(error)}`)
  }
}

function explainReadError(error: unknown): string {
  const code = errorCode(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file.'
    case 'EISDIR':
      return 'This is a directory, not a file.'
    case 'EACCES':
    case 'EPERM':
      return 'There is no permission to read this file.'
    default:
      return `This file cannot be read (${code}).`
  }
}

function decode(name: string, bytes: Buffer): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) throw new Refusal(`${name}: This file is too large.`)
  const text = bytes.toString('utf8')
  if (isUtf8(bytes)) return text
  throw new Refusal(
    `${name}: This is not UTF-8 text; the byte at offset ${firstBadByte(bytes, text)} is wrong.`,
  )
}

/** The offset of what became the first replacement character in `text` that `bytes` does not hold itself. */
function firstBadByte(bytes: Buffer, text: string): number {
  const replacement = Buffer.from('\uFFFD')
  let offset = 0
  for (let from = 0; ;) {
    const at = text.indexOf('\uFFFD', from)
    offset += Buffer.byteLength(text.slice(from, at))
    if (!bytes.subarray(offset, offset + replacement.length).equals(replacement)) return offset
    offset += replacement.length
    from = at + 1
  }
}

/** The parts of `JSON.stringify(transcript, null, 2)` with a line break at the end. */
function* jsonParts({ article, discussion, comments, problems }: ReadTranscript): Generator<string> {
  yield `{\n  "article": ${json(article, '  ')},\n  "discussion": ${json(discussion, '  ')},\n`
  yield* listParts('comments', comments)
  yield ',\n'
  yield* listParts('problems', problems)
  yield '\n}\n'
}

function* listParts(key: string, values: readonly object[]): Generator<string> {
  yield `  "${key}": [`
  let separator = '\n    '
  for (const value of values) {
    yield separator + json(value, '    ')
    separator = ',\n    '
  }
  yield values.length === 0 ? ']' : '\n  ]'
}

function json(value: object, indentation: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indentation}`)
}

function* problemLines(name: string, problems: readonly TranscriptProblem[]): Generator<string> {
  for (const problem of problems) yield `${describeProblem(name, problem)}\n`
}

function describeProblem(name: string, { line, column, message }: TranscriptProblem): string {
  return `${name}:${line}:${column}: ${message}`
}

/** Prints to the end, or until the reader has enough, as `head` does; that is no failure. */
async function print(stream: NodeJS.WriteStream, parts: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(gathered(parts)), stream, { end: false })
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'EPIPE') throw new Refusal(`The output cannot be written (${code}).`)
  }
}

/** Few long parts in place of many short ones. */
function* gathered(parts: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const part of parts) {
    waiting.push(part)
    length += part.length
    if (length < PART_LENGTH) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
