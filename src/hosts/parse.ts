import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseTranscript } from '../transcript/parseTranscript.ts'
import type { ReadTranscript, TranscriptProblem } from '../transcript/transcript.ts'
import { transcriptId } from '../transcript/transcriptId.ts'
import { describeProblem, errorCode, readTranscriptFile, Refusal } from './transcriptFile.ts'

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
  const text = await readTranscriptFile(name)
  const transcript = parseTranscript(text, { id: transcriptId(name) })
  if (transcript.article === null) throw new Refusal(describeProblem(name, transcript.problems[0]))
  await print(process.stdout, jsonParts(transcript))
  await print(process.stderr, problemLines(name, transcript.problems))
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
