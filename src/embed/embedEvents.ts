/**
 * The code of every problem, and `application` where the element's own code could not be loaded. Listed here, since these types
 * are given to others, who have not those of the problems.
 */
export type FailureCode =
  | 'application'
  | 'not-found'
  | 'invalid'
  | 'too-long'
  | 'discussion-closed'
  | 'parent-gone'
  | 'depth-exceeded'
  | 'duplicate'
  | 'idempotency-key-reused'
  | 'changed'
  | 'edit-window-over'
  | 'forbidden'
  | 'rate-limited'
  | 'too-large'
  | 'unavailable'
  | 'unreachable'
  | 'timed-out'
  | 'unexpected-answer'

/**
 * What `<soundoff-discussion>` tells the page around it, by the name of the event and its `detail`. All of them bubble and are
 * composed. None holds what anybody writes before it is posted.
 */
export type EmbedEvents = {
  /** The discussion is here. */
  'soundoff:ready': { discussionId: string; count: number }
  /**
   * How many comments there are, at first and whenever that changes; `text` is how that is said, such as "25 comments"; `backend` is the
   * base of the contract there, or `browser`.
   */
  'soundoff:count': { discussionId: string; count: number; text: string; backend: string }
  /** What was written here was posted; `status` is `held` while nobody else sees it. */
  'soundoff:posted': { discussionId: string; commentId: string; parentId: string | null; status: string }
  /** The discussion, or its count, could not be had, or a comment not be posted. */
  'soundoff:failed': {
    discussionId: string
    doing: 'loading' | 'counting' | 'posting'
    code: FailureCode
  }
  /** Whether something unfinished stands in a composer: of a new comment, or of a reply or edit of `commentId`. */
  'soundoff:draft': { discussionId: string; commentId: string | null; isUnfinished: boolean }
  /** The reader goes to a comment by its permalink. Cancelable: then the page's address stays, and the page sees to it. */
  'soundoff:navigate': { discussionId: string; commentId: string; url: string }
}

/** Gives whether nobody has cancelled it. */
export function dispatchEmbedEvent<Name extends keyof EmbedEvents>(
  host: EventTarget,
  name: Name,
  detail: EmbedEvents[Name],
): boolean {
  const cancelable = name === 'soundoff:navigate'
  return host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }))
}

declare global {
  interface GlobalEventHandlersEventMap {
    'soundoff:ready': CustomEvent<EmbedEvents['soundoff:ready']>
    'soundoff:count': CustomEvent<EmbedEvents['soundoff:count']>
    'soundoff:posted': CustomEvent<EmbedEvents['soundoff:posted']>
    'soundoff:failed': CustomEvent<EmbedEvents['soundoff:failed']>
    'soundoff:draft': CustomEvent<EmbedEvents['soundoff:draft']>
    'soundoff:navigate': CustomEvent<EmbedEvents['soundoff:navigate']>
  }
}
