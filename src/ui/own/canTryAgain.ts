import type { Problem } from '../../api/problem.ts'

/** Whether its writer may yet change a comment after this refusal. */
export function canTryAgain(code: Problem['code']): boolean {
  return !['edit-window-over', 'forbidden', 'not-found', 'discussion-closed'].includes(code)
}
