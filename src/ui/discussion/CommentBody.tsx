import { memo } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useMessages } from '../ambient.tsx'
import { splitLinks } from './links.ts'
import styles from './CommentBody.module.css'

/** A comment's text as it was written: paragraphs, line breaks and addresses. All of it is text; none of it is markup. */
export const CommentBody = memo(function CommentBody({
  comment: { body, status },
}: {
  comment: Pick<Comment, 'body' | 'status'>
}) {
  const messages = useMessages()
  if (status === 'deleted') return <p className={styles.empty}>{messages.deleted}</p>
  if (body === '') return <p className={styles.empty}>{messages.noText}</p>
  return body.split(/\n{2,}/).map((paragraph, index) => (
    <p key={`${index}`} dir="auto" className={styles.paragraph}>
      {splitLinks(paragraph).map((part, at) =>
        part.url === null ? (
          part.text
        ) : (
          <a key={`${at}`} href={part.url} rel="nofollow ugc noopener">
            {part.text}
          </a>
        ),
      )}
    </p>
  ))
})
