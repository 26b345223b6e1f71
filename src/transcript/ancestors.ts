import type { CommentId } from '../domain/ids.ts'
import type { Marker } from './marker.ts'

/** A comment that may still get replies, and where its text stands. */
type Ancestor = { id: CommentId; markerColumn: number; textColumn: number }

/** Where a marker puts its comment. */
export type Place = {
  parentId: CommentId | null
  depth: number
  /** `missing-parent`: a bullet with nothing above it. `skipped-level`: one further right than a reply stands. */
  fault: 'missing-parent' | 'skipped-level' | null
}

/** The comments from the top level down to the one that was read last. */
export type Ancestors = Ancestor[]

/** No bullet stands left of it, so that every bullet after a number is a reply below it. */
const LEFT_OF_ALL = -1

/**
 * Drops the ancestors that a comment at `column` is not below, and answers where it stands. A number is at the top
 * level. A bullet answers the nearest comment whose marker stands left of it, which in a page that was flattened with
 * care is the one two columns to the left.
 */
export function takePlace(ancestors: Ancestors, marker: Marker, column: number): Place {
  if (marker.number !== null) {
    ancestors.length = 0
    return { parentId: null, depth: 1, fault: null }
  }
  let parent = ancestors.at(-1)
  while (parent !== undefined && parent.markerColumn >= column) {
    ancestors.pop()
    parent = ancestors.at(-1)
  }
  if (parent === undefined) return { parentId: null, depth: 1, fault: 'missing-parent' }
  const fault = column > parent.textColumn ? 'skipped-level' : null
  return { parentId: parent.id, depth: ancestors.length + 1, fault }
}

/** Makes a comment the one that following bullets may answer. Call it after `takePlace`. */
export function addAncestor(
  ancestors: Ancestors,
  id: CommentId,
  marker: Marker,
  columns: CommentColumns,
): void {
  const markerColumn = marker.number === null ? columns.marker : LEFT_OF_ALL
  ancestors.push({ id, markerColumn, textColumn: columns.text })
}

/** Where a comment's marker and its text stand, counted from 0. */
export type CommentColumns = { marker: number; text: number }
