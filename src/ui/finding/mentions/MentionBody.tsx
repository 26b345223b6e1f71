import type { ReactNode } from 'react'
import type { Comment } from '../../../domain/comment.ts'
import { CommentBody } from '../../discussion/CommentBody.tsx'
import { LinkedText } from '../../discussion/LinkedText.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import styles from '../../discussion/CommentBody.module.css'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { useCell } from './cell.ts'
import { MentionLink } from './MentionLink.tsx'
import { mentionsFound } from './mentionsFound.ts'

const MarkdownBody = lazyPart(async () => (await import('../../markdown/MarkdownBody.tsx')).MarkdownBody)

/** A comment's text as `CommentBody` draws it, but that whom it calls at its start is a link to the comment that it answers. */
export function MentionBody({ comment, view }: { comment: Comment; view: ThreadView }) {
  const mention = useCell(mentionsFound(view), (found) => found.get(comment.id))
  const { body } = comment
  if (comment.status !== 'published' || mention?.body !== body) return <CommentBody comment={comment} />
  const called = body.slice(mention.start, mention.end)
  const link = <MentionLink text={called} mention={mention} view={view} />
  if (comment.format !== 'markdown') return <CallingText text={body} mention={mention} link={link} />
  return (
    <MarkdownBody
      text={body}
      opening={called}
      openingDrawn={link}
      meanwhile={<CommentBody comment={comment} />}
    />
  )
}

/** Just as `PlainText` draws it. */
function CallingText({
  text,
  mention: { start, end },
  link,
}: {
  text: string
  mention: { start: number; end: number }
  link: ReactNode
}) {
  const paragraphs = text.split(/\n{2,}/)
  const isInFirst = end <= (paragraphs[0]?.length ?? 0)
  return paragraphs.map((paragraph, index) => (
    <p key={index} dir="auto" className={styles.paragraph}>
      {index === 0 && isInFirst ? (
        <>
          {paragraph.slice(0, start)}
          {link}
          <LinkedText text={paragraph.slice(end)} />
        </>
      ) : (
        <LinkedText text={paragraph} />
      )}
    </p>
  ))
}
