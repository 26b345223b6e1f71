import type { Problem } from '../api/problem.ts'
import type { Messages } from '../ui/messages/english.ts'
import type { DeskWords } from './messages/englishDesk.ts'

/** What happened and what to do next, of what moderators do; of other problems as readers are told. */
export function explainToModerators(problem: Problem, words: DeskWords, messages: Messages): string {
  switch (problem.code) {
    case 'forbidden':
      return words.tokenRefused
    case 'rate-limited':
      return words.tooOften(Math.ceil(problem.retryAfter))
    case 'changed':
      return words.changed
    case 'not-found':
      return words.gone
    default:
      return messages.explain(problem)
  }
}

/** The texts of readers, for what moderators share with them. */
export function messagesFor(messages: Messages, words: DeskWords): Messages {
  return { ...messages, explain: (problem) => explainToModerators(problem, words, messages) }
}
