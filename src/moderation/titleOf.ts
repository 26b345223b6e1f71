import type { WaitingComment } from '../api/moderating.ts'

/** What a discussion is called: without the bidirectional controls that would turn the words around it (Unicode Standard Annex #9). */
export function titleOf({ id, title }: Pick<WaitingComment['discussion'], 'id' | 'title'>): string {
  const shown = title.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return shown === '' ? id : shown
}
