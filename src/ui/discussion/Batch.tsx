import {
  useEffect,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react'
import { byItems, placesOf, type Part } from './cutter.ts'
import { useNote, type Notes } from './notes.ts'
import { hasSameMembers } from './sameMembers.ts'
import type { ThreadNode } from './threadNodes.ts'
import { watchGroup } from './watchGroup.ts'
import styles from './Batch.module.css'

/** Characters of a line, on average, where lines are as long as they get. */
const LINE_LENGTH = 70
/** How many batches are in a larger one. */
export const GROUP = byItems(5)

/** By what name the batches that are drawn have their notes, and what is in them. */
export const drawnAs = new WeakMap<Element, { name: string; nodes: readonly ThreadNode[] }>()

/**
 * Comments that cost next to nothing while they are out of sight: the browser neither lays them out nor draws them
 * (`content-visibility: auto`), and yet finds, selects, prints and reads them out. Until it has drawn them once, their
 * height is an estimate from their text. The first ones, which most readers see, are drawn at once (`isDrawnAtOnce`). In a large
 * discussion those that are far away rest: something else stands in their place.
 */
export function Batch({
  nodes,
  notes,
  kind = 'batch',
  isDrawnAtOnce = false,
  children,
}: {
  nodes: readonly ThreadNode[]
  notes: Notes
  kind?: 'batch' | 'group'
  isDrawnAtOnce?: boolean
  children: ReactNode
}) {
  const name = `${kind}-${nodes[0]?.comment.id}`
  const { rest } = useNote(notes, name)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) drawnAs.set(element.current, { name, nodes })
  }, [name, nodes])
  useEffect(() => (kind === 'group' && element.current ? watchGroup(element.current) : undefined), [kind])
  if (isDrawnAtOnce) return <div>{children}</div>
  const { comments, lines } = measure(nodes)
  const style: CSSProperties & Record<`--${string}`, number> = { '--comments': comments, '--lines': lines }
  const asleep = rest?.content && hasSameMembers(rest.nodes, nodes) && rest.content
  // In a page that came drawn, the style stands in a style sheet (`moveStyles`).
  return (
    <div ref={element} className={styles.batch} style={rest?.size ?? style} suppressHydrationWarning>
      {(!asleep || rest.isWaking) && children}
      {asleep}
    </div>
  )
}

/** Batches, as far as they are drawn, in larger ones, of which few are looked through where all of them are far away. */
export function groupBatches(
  batches: readonly ReactElement[],
  groups: readonly Part<Part<ThreadNode>>[],
  notes: Notes,
): ReactElement[] {
  const places = placesOf(groups)
  return groups.flatMap(({ key, items }, index) => {
    const start = places[index] ?? 0
    const group = batches.slice(start, start + items.length)
    if (group.length === 0) return []
    return (
      <Batch key={key} nodes={items.flatMap((batch) => batch.items)} notes={notes} kind="group">
        {group}
      </Batch>
    )
  })
}

function measure(nodes: readonly ThreadNode[]): { comments: number; lines: number } {
  const size = { comments: 0, lines: 0 }
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    size.comments += 1
    size.lines += 1 + Math.floor(node.comment.body.length / LINE_LENGTH)
    waiting.push(...node.replies)
  }
  return size
}
