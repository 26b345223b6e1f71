declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type ArticleId = Branded<'ArticleId'>
export type DiscussionId = Branded<'DiscussionId'>
export type CommentId = Branded<'CommentId'>

/** Of an entry in the log of moderation. */
export type EntryId = Branded<'EntryId'>

/** Made by the writer's client with a send, and kept over its retries (draft-ietf-httpapi-idempotency-key-header). */
export type IdempotencyKey = Branded<'IdempotencyKey'>

/** ISO 8601 in UTC with milliseconds and `Z`, so that instants compare as strings: `2013-04-11T23:36:00.000Z`. */
export type Instant = string

const ID_SHAPE = /^[A-Za-z0-9_-]{1,128}$/

/** Whether `value` can be an id: 1 to 128 letters, digits, `-` and `_`, so that it is safe in a URL and in an HTML `id`. */
export function isId<Id extends string>(value: unknown): value is Id {
  return typeof value === 'string' && ID_SHAPE.test(value)
}

/**
 * A fresh id of 128 random bits in lower-case base 36, for a comment or an idempotency key. It uses
 * `getRandomValues`, which, unlike `randomUUID`, is also there on a page that was served over plain HTTP.
 */
export function randomId<Id extends CommentId | IdempotencyKey>(): Id {
  const words = crypto.getRandomValues(new Uint32Array(4))
  return Array.from(words, (word) => word.toString(36).padStart(7, '0')).join('') as Id
}

/** The discussion of an article goes by the article's own id, where the article does not say otherwise. */
export function discussionIdOf(articleId: ArticleId): DiscussionId {
  return articleId as string as DiscussionId
}

/** The article that a discussion is of, where nothing but the discussion's id is known. */
export function articleIdOf(discussionId: DiscussionId): ArticleId {
  return discussionId as string as ArticleId
}
