import { useId, useState, useSyncExternalStore } from 'react'
import type { CommentId } from '../../domain/ids.ts'
import { useMessages } from '../ambient.tsx'
import { composerIds } from '../composer/composerIds.ts'
import { ReplyComposer } from '../composer/ReplyComposer.tsx'
import { isBare } from '../drafts/draft.ts'
import type { Unfinished } from '../drafts/draftIndex.ts'
import controls from '../parts/controls.module.css'
import { labelName } from '../parts/names.ts'
import { PendingItem } from './PendingItem.tsx'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './UnfinishedDrafts.module.css'

const none: readonly Unfinished[] = []

/**
 * The replies that were begun in this discussion, and the way to each. One to a comment that is not on the page is gone on with
 * here, and what was sent to below such a comment stands here until it is posted.
 */
export function UnfinishedDrafts({ threads, view }: { threads: Threads; view: ThreadView }) {
  const words = useWritingMessages()
  const id = useId()
  const [isOpen, setOpen] = useState(view.discussion.closed)
  const drafts = useSyncExternalStore(view.unfinished.subscribeAll, view.unfinished.list, () => none)
  const { byId } = threads.nodes
  const elsewhere = threads.posts.filter(({ parentId }) => parentId !== null && !byId.has(parentId))
  if (drafts.length + elsewhere.length === 0) return null
  return (
    <div className={styles.unfinished} data-scripted>
      {drafts.length > 0 && (
        <button
          type="button"
          className={controls.quiet}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {words.unfinished(drafts.length)}
        </button>
      )}
      {isOpen && drafts.length > 0 && (
        <ul id={id} className={styles.list}>
          {drafts.map((unfinished) => (
            <UnfinishedItem
              key={`${unfinished.target}-${unfinished.mode}`}
              unfinished={unfinished}
              isHere={byId.has(unfinished.target as CommentId)}
              view={view}
            />
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <ol className={styles.list}>
          {elsewhere.map((entry) => (
            <PendingItem key={entry.key} entry={entry} answeredName={entry.answeredName} />
          ))}
        </ol>
      )}
    </div>
  )
}

function UnfinishedItem({
  unfinished: { target, mode, draft },
  isHere,
  view,
}: {
  unfinished: Unfinished
  isHere: boolean
  view: ThreadView
}) {
  const messages = useMessages()
  const words = useWritingMessages()
  const [isOpenHere, setOpenHere] = useState(false)
  const { body, about, others } = draft
  const written = isBare(draft) ? others : [body, ...others]
  if (target === 'new' || about === null) return null
  const name = labelName(about.name, messages)
  const commentId = target

  function goOn(button: Element) {
    if (isHere) {
      view.reveal(commentId)
      const composers = mode === 'edit' ? view.openEdits : view.openReplies
      composers.change((ids) => ids.add(commentId))
    } else setOpenHere(true)
    view.requestFocus({ to: composerIds(commentId, mode).text, from: [button] })
  }

  return (
    <li>
      {isOpenHere && !isHere ? (
        <ReplyComposer
          target={commentId}
          about={about}
          discussion={view.discussion}
          requestFocus={view.requestFocus}
          onSent={() => {}}
          onClose={() => setOpenHere(false)}
        />
      ) : (
        <>
          {!view.discussion.closed && (isHere || mode === 'reply') && (
            <button
              type="button"
              data-while-open
              className={controls.quiet}
              onClick={(event) => goOn(event.currentTarget)}
            >
              {mode === 'edit' ? words.goOnWithEdit : words.goOnWith(name)}
            </button>
          )}
          <p dir="auto" className={view.discussion.closed ? styles.whole : styles.excerpt}>
            {written.join('\n\n')}
          </p>
        </>
      )}
    </li>
  )
}
