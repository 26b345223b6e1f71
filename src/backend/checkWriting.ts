import { ProblemError } from '../api/problem.ts'
import { wordsFault } from '../domain/report.ts'
import { titleFault } from '../domain/title.ts'
import { bodyFault, nameFault, type WritingFault } from '../domain/writing.ts'
import type { PostRequest } from './store.ts'

/** Rejects a name or text that cannot be kept. */
export function checkPost({ authorName, body }: PostRequest): void {
  refuse('author.name', nameFault(authorName))
  checkBody(body)
}

/** Rejects a text that cannot be kept. */
export function checkBody(body: string): void {
  refuse('body', bodyFault(body))
}

/** Rejects the title of a page that cannot be kept. */
export function checkTitle(title: string): void {
  refuse('title', titleFault(title))
}

/** Rejects words of a report that cannot be kept. */
export function checkWords(words: string): void {
  refuse('words', wordsFault(words))
}

/** Rejects what is wrong with a member. */
export function refuse(field: string, fault: WritingFault | null): void {
  switch (fault?.kind) {
    case undefined:
      return
    case 'empty':
      throw new ProblemError({ code: 'invalid', field, reason: 'must not be empty' })
    case 'unreadable-characters':
      throw new ProblemError({ code: 'invalid', field, reason: 'must not hold control or broken characters' })
    case 'too-long':
      throw new ProblemError({ code: 'too-long', field, length: fault.length, limit: fault.limit })
  }
}
