import { isId, type DiscussionId } from '../../domain/ids.ts'
import { createLocalSignal, type ChangeSignal } from '../changeSignal.ts'
import { CHANNEL } from './channel.ts'
import type { Database } from './database.ts'

export type SqlSignal = ChangeSignal & {
  /** Stops following the database. */
  close(): Promise<void>
}

/** How long is waited after a connection that was lost or could not be had, in milliseconds: twice as long each time. */
const FIRST_WAIT = 100
const LONGEST_WAIT = 10_000

/**
 * Tells of the changes that any process makes in a database. There is nothing left to send, as the store does that. It is heard on one
 * connection; where that is lost, everybody is told once there is another, as changes may have been missed meanwhile.
 */
export function createSqlSignal(database: Pick<Database, 'listen'>): SqlSignal {
  const local = createLocalSignal()
  const following = follow(database, { hear: local.send, returned: local.sendToAll })
  return { send: () => undefined, listen: local.listen, close: following.close }
}

function follow(
  database: Pick<Database, 'listen'>,
  { hear, returned }: { hear: (discussionId: DiscussionId) => void; returned: () => void },
): { close(): Promise<void> } {
  let isClosed = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let connecting = connect()

  function again(): void {
    if (isClosed) return
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures)
    failures += 1
    // By chance a little less, so that not all processes come back at the same moment.
    timer = setTimeout(() => (connecting = connect()), wait * (1 - Math.random() / 2))
  }

  async function connect(): Promise<(() => Promise<void>) | null> {
    try {
      const stop = await database.listen(CHANNEL, {
        hear: (payload) => {
          if (isId<DiscussionId>(payload)) hear(payload)
        },
        lose: again,
      })
      failures = 0
      returned()
      return stop
    } catch {
      again()
      return null
    }
  }

  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await (
        await connecting
      )?.()
    },
  }
}
