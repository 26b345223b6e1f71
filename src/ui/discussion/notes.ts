import {
  useCallback,
  useSyncExternalStore,
  type ComponentType,
  type CSSProperties,
  type ReactNode,
} from 'react'
import type { Comment } from '../../domain/comment.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'

/** What is found out about a comment, or a batch of them, after it was drawn. */
export type Note = {
  /** It came since the reader was here last. */
  isNew?: boolean | undefined
  /** How many that came since stand below it. */
  newBelow?: number | undefined
  /** What draws its text, in place of `CommentBody`. */
  Body?: ComponentType<{ comment: Comment; view: ThreadView }> | undefined
  /** Of a batch, that its height is known, and what stands in the place of its comments as long as none of them changes. */
  rest?: Rest | undefined
}

type Rest = {
  nodes: readonly ThreadNode[]
  size: CSSProperties
  /** `null` where the comments are drawn. */
  content: ReactNode | null
  /** They are drawn before it, and it is about to go. */
  isWaking: boolean
}

export type Notes = {
  read(id: string): Note
  /** What is `undefined` is taken away. */
  add(id: string, note: Note): void
  /** Calls the listener whenever the note of that comment changes. */
  subscribe(id: string, listener: () => void): () => void
}

const NONE: Note = {}

/** Each comment is drawn anew for its own note alone. A note that says nothing new is none. */
export function createNotes(): Notes {
  const notes = new Map<string, Note>()
  const listeners = new Map<string, Set<() => void>>()
  const read = (id: string) => notes.get(id) ?? NONE
  return {
    read,
    add(id, note) {
      const before = read(id)
      const after = { ...before, ...note }
      const { isNew, newBelow, Body, rest } = after
      if (
        isNew === before.isNew &&
        newBelow === before.newBelow &&
        Body === before.Body &&
        rest === before.rest
      )
        return
      notes.set(id, after)
      listeners.get(id)?.forEach((listener) => listener())
    },
    subscribe(id, listener) {
      const ofThis = listeners.get(id) ?? new Set()
      listeners.set(id, ofThis.add(listener))
      return () => {
        ofThis.delete(listener)
      }
    },
  }
}

export function useNote(notes: Notes, id: string): Note {
  return useSyncExternalStore(
    useCallback((listener) => notes.subscribe(id, listener), [notes, id]),
    () => notes.read(id),
    () => NONE,
  )
}
