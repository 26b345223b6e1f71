import { Fragment, useEffect, useMemo, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { CommentId } from '../../../domain/ids.ts'
import type { Notes } from '../../discussion/notes.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { readingOrder } from '../keys/readingOrder.ts'
import { countBelow, placeNew } from './freshComments.ts'
import { NextNew } from './NextNew.tsx'
import { useSlot } from './useSlot.ts'
import type { Visit } from './useVisit.ts'
import styles from './NewComments.module.css'

/** What is new to the reader: counted in the heading, marked where it stands, and led to one by one. */
export function NewComments({
  visit,
  threads,
  view,
  place,
}: {
  visit: Visit
  threads: Threads
  view: ThreadView
  place: RefObject<HTMLElement | null>
}) {
  const words = useFindingMessages()
  const slot = useSlot(place, 'news')
  const { fresh, hasMore } = visit
  useMarks(view.notes, fresh, threads)
  const standing = useMemo(() => readingOrder(threads), [threads])
  const places = useMemo(() => placeNew(fresh, standing, threads.order), [fresh, standing, threads.order])
  const { short, rest } = words.newSinceVisit(fresh.size, hasMore)
  return (
    <>
      {slot &&
        createPortal(
          <span className={styles.count} title={`${short} ${rest}`}>
            {short.split(' ').map((word) => (
              <Fragment key={word}>
                <span>{word}</span>{' '}
              </Fragment>
            ))}
            <span>{rest}</span>
          </span>,
          slot,
        )}
      <NextNew places={places} standing={standing} view={view} place={place} />
    </>
  )
}

/** Marks what is new, and what it stands below; takes away the marks of what is new no more. */
function useMarks(notes: Notes, fresh: Visit['fresh'], { nodes }: Threads): void {
  const [marked] = useState(() => new Set<CommentId>())
  useEffect(() => {
    const below = countBelow(fresh, (id) => nodes.byId.get(id)?.comment)
    const ids = new Set([...fresh.keys(), ...below.keys()])
    for (const id of [...marked, ...ids]) {
      notes.add(id, { isNew: fresh.has(id) || undefined, newBelow: below.get(id) })
    }
    marked.clear()
    for (const id of ids) marked.add(id)
  }, [fresh, nodes, notes, marked])
  useEffect(
    () => () => marked.forEach((id) => notes.add(id, { isNew: undefined, newBelow: undefined })),
    [notes, marked],
  )
}
