import type { CommentId } from '../../../domain/ids.ts'
import { resolveMentions } from '../../../domain/mentions.ts'
import type { ThreadNodes } from '../../discussion/threadNodes.ts'
import type { FoundMention, FoundMentions } from './mentionsFound.ts'

/** Who answers whom by name among the comments that are here. What is as it was `before` is the same object. */
export function findMentions(byId: ThreadNodes['byId'], before: FoundMentions): FoundMentions {
  const found = new Map<CommentId, FoundMention>()
  for (const [id, mention] of resolveMentions(Array.from(byId.values(), ({ comment }) => comment))) {
    const body = byId.get(id)?.comment.body
    const name = byId.get(mention.targetId)?.comment.author.name
    if (body === undefined || name === undefined) continue
    const next = { ...mention, body, name }
    const known = before.get(id)
    found.set(id, known && isSame(known, next) ? known : next)
  }
  return found
}

function isSame(one: FoundMention, other: FoundMention): boolean {
  return (
    one.targetId === other.targetId &&
    one.start === other.start &&
    one.end === other.end &&
    one.body === other.body &&
    one.name === other.name
  )
}
