import type { Api, Input } from '../../src/api/contract.ts'
import { ProblemError, problemOf } from '../../src/api/problem.ts'
import type { ChangePage, PostedComment } from '../../src/api/schemas.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { isPassing } from '../../src/ui/queryClient.ts'

/** Between two tries, in milliseconds. */
const PAUSE_MS = 50

type Post = Input<'postComment'> & { idempotencyKey: NonNullable<Input<'postComment'>['idempotencyKey']> }

/**
 * Posts until it is acknowledged, as the page does: with the same key, and, where an answer may have been lost, after the
 * question what became of it. `again` is told of each try that failed. Rejects with what no other try would mend.
 */
export async function postSurely(
  api: Pick<Api, 'postComment' | 'readPost'>,
  post: Post,
  again: (error: unknown) => void,
): Promise<PostedComment> {
  for (let isUnsure = false; ; isUnsure = true) {
    try {
      return (isUnsure ? await findPosted(api, post) : null) ?? (await api.postComment(post))
    } catch (error) {
      if (!mayPass(error)) throw error
      again(error)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

async function findPosted(api: Pick<Api, 'readPost'>, { idempotencyKey: key }: Post) {
  return api.readPost({ key }).catch((error: unknown) => {
    if (problemOf(error).code === 'not-found') return null
    throw error
  })
}

export type Follower = {
  /** The comments that came, each as often as it was told. */
  told: CommentId[]
  /** How often a stream had to be taken up again. */
  resumed(): number
  stop(): Promise<void>
}

/** Follows a discussion from a version on, stream after stream, each from where the one before it ended. */
export function followSurely(
  api: Pick<Api, 'followChanges'>,
  discussionId: DiscussionId,
  from: number,
): Follower {
  const leaving = new AbortController()
  const told: CommentId[] = []
  let since = from
  let streams = 0
  const take = ({ added, version, isReset }: ChangePage) => {
    if (isReset) throw new Error('The discussion is another one')
    told.push(...added.map(({ id }) => id))
    since = version
  }
  const following = (async () => {
    while (!leaving.signal.aborted) {
      try {
        streams += 1
        for await (const page of api.followChanges({ discussionId, since }, { signal: leaving.signal })) {
          take(page)
        }
      } catch (error) {
        if (!mayPass(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  })()
  // Whoever stops it is told.
  following.catch(() => undefined)
  return {
    told,
    resumed: () => streams - 1,
    async stop() {
      leaving.abort()
      await following
    },
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof ProblemError && isPassing(error.problem)
}
