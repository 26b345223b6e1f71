import type { Api } from '../api/contract.ts'
import { problemOf } from '../api/problem.ts'
import type { DiscussionId } from '../domain/ids.ts'

/**
 * An `Api` for which every discussion that is asked for is there, where the backend lets it be opened: one that it does not have
 * yet is opened, with what its page says of itself. Where it may not be, the first refusal is told.
 */
export function openingApi(api: Api, page: { url: string; title: string | null }): Api {
  const opened = new Map<DiscussionId, Promise<unknown>>()

  function open(discussionId: DiscussionId): Promise<unknown> {
    const opening = opened.get(discussionId) ?? api.openDiscussion({ discussionId, ...page })
    opened.set(discussionId, opening)
    opening.catch(() => opened.delete(discussionId))
    return opening
  }

  async function orOpen<Value>(discussionId: DiscussionId, ask: () => Promise<Value>): Promise<Value> {
    try {
      return await ask()
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code !== 'not-found' || problem.resource !== 'discussion') throw error
      await open(discussionId).catch((refused: unknown) => {
        throw problemOf(refused).code === 'forbidden' ? error : refused
      })
      return ask()
    }
  }

  return {
    ...api,
    readDiscussion: (input, options) => orOpen(input.discussionId, () => api.readDiscussion(input, options)),
    listComments: (input, options) => orOpen(input.discussionId, () => api.listComments(input, options)),
  }
}
