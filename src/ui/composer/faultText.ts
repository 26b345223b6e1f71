import type { WritingFault } from '../../domain/writing.ts'

type FaultTexts = {
  empty: string
  'too-long': (limit: number) => string
  'unreadable-characters': string
}

/** What to do about a fault, in the words for that field. */
export function faultText(fault: WritingFault, texts: FaultTexts): string {
  return fault.kind === 'too-long' ? texts['too-long'](fault.limit) : texts[fault.kind]
}
