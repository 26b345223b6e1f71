import { ProblemError } from '../api/problem.ts'

/** A call that rejects with a `ProblemError` and nothing else; what it cannot tell is `unavailable`, with the error as its cause. */
export function withProblems<Input, Output>(
  call: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    try {
      return await call(input)
    } catch (error) {
      if (error instanceof ProblemError) throw error
      throw new ProblemError({ code: 'unavailable' }, { cause: error })
    }
  }
}
