import { codePoints, normaliseBody } from '../../domain/writing.ts'

/** How many more code points a text may have; below zero where it has too many. */
export function charactersLeft(text: string, limit: number): number {
  return limit - codePoints(normaliseBody(text))
}
