import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { drawnAs } from '../discussion/Batch.tsx'
import type { Notes } from '../discussion/notes.ts'
import type { ThreadNode } from '../discussion/threadNodes.ts'
import { Asleep } from './Asleep.tsx'
import { commentsOf, idsIn } from './batches.ts'
import { hasNode } from './hasNode.ts'
import { contentHeight } from './measureBatches.ts'

/** As deep as discussions get. */
const LEVELS = 20

type Drawn = { name: string; nodes: readonly ThreadNode[] }

export type Rests = ReturnType<typeof createRests>

/** What rests of a list, and what is known of the heights of its batches. None rest at first. */
export function createRests(notes: Notes) {
  /** What stands in the places of those that rest; of what rests within another, nothing is there. */
  const all = new Set<HTMLElement>()
  const noted = new Set<string>()
  /** How the rest of each ends, by its name, also where it is within another. */
  const ends = new Map<string, Pick<Drawn, 'nodes'> & { end: () => void }>()

  /** Out of sight a batch stays as high as it was; where it is drawn after a rest, that is at once, or the browser would show it one frame later. */
  function note(
    { name, nodes }: Drawn,
    blockSize: number,
    {
      content = null,
      isWaking = false,
      isShown = ends.has(name) || content !== null,
    }: { content?: ReactNode; isWaking?: boolean; isShown?: boolean } = {},
  ): void {
    const contentVisibility = isShown ? 'visible' : undefined
    const size = { containIntrinsicBlockSize: `auto ${blockSize}px`, contentVisibility } as const
    notes.add(name, { rest: { nodes, content, size, isWaking } })
    noted.add(name)
  }

  /** The batches of what rests and is wanted. */
  function find(isWanted: (resting: HTMLElement) => boolean): Element[] {
    return [...all].filter(isWanted).flatMap((each) => each.parentElement ?? [])
  }

  function drawBatches(batches: readonly Element[]): void {
    flushSync(() => batches.forEach((batch) => ends.get(drawnOf(batch).name)?.end()))
  }

  /** Draws what is wanted of what rests. Over and over, as what is in it may rest, too, at every level of a discussion. */
  function drawAll(isWanted: (resting: HTMLElement) => boolean): boolean {
    for (let level = 0; level < LEVELS; level++) {
      const found = find(isWanted)
      if (found.length === 0) return level > 0
      drawBatches(found)
    }
    return true
  }

  return {
    /** Has a batch of that height rest. */
    lay(batch: HTMLElement, blockSize: number): void {
      const drawn = drawnOf(batch)
      const content = (
        <Asleep
          text={batch.textContent}
          comments={commentsOf(batch)}
          blockSize={blockSize}
          all={all}
          onFound={(here) => {
            // Browsers go on from where what they found is no longer, and who looks back for something is to find what is last in it.
            if (here.getBoundingClientRect().bottom < 0)
              flushSync(() => note(drawn, blockSize, { content, isWaking: true }))
            drawAll((each) => here.contains(each))
          }}
        />
      )
      note(drawn, blockSize, { content })
      // By then another element may stand for them.
      const end = () => {
        note(drawn, blockSize)
        ends.delete(drawn.name)
      }
      ends.set(drawn.name, { nodes: drawn.nodes, end })
    },
    keepHeight(batch: Element, blockSize: number): void {
      note(drawnOf(batch), blockSize)
    },
    /**
     * Draws batches for one frame, in which browsers find out how high they are by now: the height that they had when they were seen last has precedence over
     * what a style says (CSS Box Sizing 4, last remembered size).
     */
    showForFrame(batches: readonly Element[]): void {
      if (batches.length === 0) return
      const heights = batches.map((batch) => [drawnOf(batch), contentHeight(batch)] as const)
      const keep = (isShown: boolean) =>
        flushSync(() => {
          for (const [drawn, height] of heights)
            if (height > 0 && !ends.has(drawn.name) && (isShown || noted.has(drawn.name)))
              note(drawn, height, { isShown })
        })
      keep(true)
      requestAnimationFrame(() => requestAnimationFrame(() => keep(false)))
    },
    isAny: () => all.size > 0,
    find,
    drawBatches,
    drawAll,
    /** Draws the comment that an element is of, by its id, which ends with the comment's, in which hyphens may be. */
    drawFor(elementId: string): void {
      const [, ...parts] = elementId.split('-')
      const ids = parts.map((_, index) => parts.slice(index).join('-'))
      drawAll((each) => ids.some((id) => idsIn(each).includes(id)))
    },
    /** What ends the rest of each that has a comment in it that is asked for. */
    endsWith: (isAskedFor: (node: ThreadNode) => boolean): (() => void)[] =>
      [...ends.values()].filter(({ nodes }) => hasNode(nodes, isAskedFor)).map(({ end }) => end),
    /** Draws all, and forgets how high it was. */
    forget(): void {
      noted.forEach((name) => notes.add(name, { rest: undefined }))
      noted.clear()
    },
  }
}

function drawnOf(batch: Element): Drawn {
  return drawnAs.get(batch) ?? { name: '', nodes: [] }
}
