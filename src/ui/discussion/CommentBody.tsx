import { memo } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import { PlainText } from './PlainText.tsx'
import styles from './CommentBody.module.css'

const MarkdownBody = lazyPart(async () => (await import('../markdown/MarkdownBody.tsx')).MarkdownBody)

/**
 * A comment's text. Markdown stands there as it was written until what draws it is there, and so it stays where that cannot be
 * loaded. A text without a format is plain.
 */
export const CommentBody = memo(function CommentBody({
  comment: { body, status, format },
}: {
  comment: Pick<Comment, 'body' | 'status'> & Partial<Pick<Comment, 'format'>>
}) {
  const messages = useMessages()
  if (status === 'deleted') return <p className={styles.empty}>{messages.deleted}</p>
  if (status === 'rejected') return <p className={styles.empty}>{messages.rejected}</p>
  if (body === '') return <p className={styles.empty}>{messages.noText}</p>
  const plain = <PlainText text={body} />
  if (format !== 'markdown') return plain
  return <MarkdownBody text={body} meanwhile={plain} />
})
