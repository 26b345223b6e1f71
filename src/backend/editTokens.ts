import type { CommentId } from '../domain/ids.ts'

/** The right to edit and delete a comment, which its writer alone is given. */
export type EditTokens = {
  /** The token of a comment; always the same one, so that an answer that was lost can be given again. */
  issue(id: CommentId): string
  /** Whether a token is that of the comment. Takes as long for a wrong token as for the right one. */
  isFor(id: CommentId, token: string): boolean
}
