import type { Problem } from '../api/problem.ts'

/** Whether something cannot be undone any more, as something else was done since. */
export function isOvertaken({ code }: Problem): boolean {
  return code === 'changed' || code === 'invalid' || code === 'not-found'
}
