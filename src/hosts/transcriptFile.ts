import { constants, isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TranscriptProblem } from '../transcript/transcript.ts'

/** What became of a file: what to say of it, line by line, and whether it could be read. */
export type FileOutcome = { isRead: boolean; lines: readonly string[] }

/** Why a file cannot be taken, as one sentence for people. */
export class Refusal extends Error {}

const STANDARD_INPUT = '-'

/** The text of a file, or of standard input where it is named `-`. Rejects with a `Refusal`. */
export async function readTranscriptFile(name: string): Promise<string> {
  return decode(name, await readBytes(name))
}

export function describeProblem(name: string, { line, column, message }: TranscriptProblem): string {
  return `${name}:${line}:${column}: ${message}`
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
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

/** Whether it is what the system says of a file. */
export function isReadError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'syscall' in error &&
    (error.syscall === 'open' || errorCode(error) === 'EISDIR')
  )
}

export function explainReadError(error: unknown): string {
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
