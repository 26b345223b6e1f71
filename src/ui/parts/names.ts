import type { Messages } from '../messages/english.ts'

/** A writer's name as it is shown; imported comments may have none. To be isolated by `<bdi>`. */
export function shownName(name: string, messages: Messages): string {
  return name === '' ? messages.nameless : name
}

/**
 * A writer's name for use within an accessible name: without the bidirectional controls (Unicode Standard Annex #9) that
 * would turn the words around it.
 */
export function labelName(name: string, messages: Messages): string {
  return shownName(name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''), messages)
}

/** The accessible name of a comment, or of a reply to what that person wrote. */
export function commentLabel(name: string, answeredName: string | null, messages: Messages): string {
  const by = labelName(name, messages)
  return answeredName === null
    ? messages.commentBy(by)
    : messages.replyBy(by, labelName(answeredName, messages))
}
