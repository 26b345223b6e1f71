import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import type { Surroundings } from '../searchingStore.ts'
import { ask, tell, tellDiscussion } from './answers.ts'
import { belowComment, belowThread, idsAbove, lookUp } from './belowSql.ts'
import type { Query } from './database.ts'
import { byLevel } from './listBranches.ts'
import { toldOf } from './rows.ts'
import { threadsBeside } from './siblingsSql.ts'

/** As `SearchingStore.readSurroundings` says, in one statement. */
export async function readSurroundings(
  query: Query,
  discussionId: DiscussionId,
  id: CommentId,
  order: Order,
  below: number,
): Promise<Surroundings | null> {
  const after = { createdAt: 't.created_at', sequence: 't.sequence', rank: 't.reply_count' }
  const beside = (backwards: boolean) => threadsBeside(order, { after, backwards, limit: '1' })
  const answer = await ask(
    query,
    discussionId,
    `with target as materialized (select * from comments where discussion_id = $1 and id = $2),
     thread as materialized (select c.* from target t ${lookUp('c', 't.thread_id')})
     ${tellDiscussion()}
     union all ${tell(`'path'`, toldOf('t'))} from target t
     union all ${tell(`'path'`, toldOf('a'))} from target t
       cross join lateral (${idsAbove('t.path')}) above ${lookUp('a', 'above.id')}
     union all ${tell(`'below comment'`, toldOf('b'))} from target t
       cross join lateral (${belowComment('t.id', '$3')}) b
     union all ${tell(`'below thread'`, toldOf('b'))} from thread t
       cross join lateral (${belowThread('t.id', '$3::bigint')}) b
     union all ${tell(`'before'`, toldOf('x'))} from thread t cross join lateral (${beside(true)}) x
     union all ${tell(`'behind'`, toldOf('x'))} from thread t cross join lateral (${beside(false)}) x`,
    [discussionId, id, Math.max(0, below)],
  )
  if (!answer) return null
  const comments = (part: string) => byLevel(answer.of(part).map(({ comment }) => comment))
  return {
    discussion: answer.discussion,
    path: comments('path'),
    belowComment: comments('below comment'),
    belowThread: comments('below thread'),
    isFirst: answer.of('before').length === 0,
    isLast: answer.of('behind').length === 0,
  }
}
