import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Comment } from '../../../domain/comment.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import { hasFocus } from '../../parts/focusWhenThere.ts'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { MentionBody } from '../mentions/MentionBody.tsx'
import { isMuted, useMutes } from './mutes.ts'
import styles from './Muted.module.css'

const MutedLine = lazyPart(async () => (await import('./MutedLine.tsx')).MutedLine)

/** A comment's text with what was found out about it: whom it answers by name, and whether its writer is muted. */
export function FoundBody({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { mutes } = useMutes()
  const body = <MentionBody comment={comment} view={view} />
  if (comment.status !== 'published' || !isMuted(mutes, comment.author.name)) return body
  return (
    <MutedBody comment={comment} view={view}>
      {body}
    </MutedBody>
  )
}

/** In the place of what a muted writer wrote: a line that says so, until this one is to be shown. `children` are the text. */
function MutedBody({ comment, view, children }: { comment: Comment; view: ThreadView; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isShown, setShown] = useState(false)
  // The whole comment is told by the line, and so looks otherwise, as long as its text is not shown.
  useLayoutEffect(() => {
    const article = place.current?.closest('article')
    article?.toggleAttribute('data-muted', !isShown)
    return () => article?.removeAttribute('data-muted')
  }, [isShown])
  useLayoutEffect(() => {
    const { current } = place
    return () => {
      // In whichever tab the muting ends, focus does not go with the line.
      if (hasFocus(current))
        queueMicrotask(() => view.requestFocus({ to: `comment-${comment.id}`, from: [] }))
    }
  }, [comment.id, view])
  return (
    <div ref={place}>
      <MutedLine
        comment={comment}
        view={view}
        isShown={isShown}
        onShow={setShown}
        meanwhile={<p className={styles.line} />}
      />
      {isShown && children}
    </div>
  )
}
