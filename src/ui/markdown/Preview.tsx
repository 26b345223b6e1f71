import type { Comment } from '../../domain/comment.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { CommentBody } from '../discussion/CommentBody.tsx'

/** A text just as the comment will show it. */
export function Preview({ body, format }: Pick<Comment, 'body' | 'format'>) {
  return <CommentBody comment={{ body: normaliseBody(body), format, status: 'published' }} />
}
