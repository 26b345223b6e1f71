import type { WaitingComment } from '../api/moderating.ts'

/**
 * Where readers find a comment: on its page, or on ours of its article. What they do not see yet has no place of its own there; what it answers
 * has.
 */
export function pageOf({ comment, discussion, heldFor, answered }: WaitingComment): string {
  const place = heldFor === null ? comment.id : (answered?.id ?? null)
  const hash = place === null ? '' : `#comment-${place}`
  const { url } = discussion
  if (url === null || !/^https?:\/\//i.test(url))
    return `/?article=${encodeURIComponent(discussion.id)}${hash}`
  return url.replace(/#.*$/s, '') + hash
}
