import type { CommentId } from '../../../domain/ids.ts'
import type { Step } from './keyTable.ts'
import type { Standing } from './readingOrder.ts'

/**
 * Where a step leads from the comment at `current`; from none (`null`) it is as from just before the one at `seen`, the first in view. `null`
 * where it leads nowhere.
 */
export function stepFrom(
  standing: readonly Standing[],
  step: Step,
  current: number | null,
  seen: number,
): CommentId | null {
  const here = current === null ? undefined : standing[current]
  const ahead = current === null ? seen : current + 1
  switch (step) {
    case 'next':
      return standing[ahead]?.id ?? null
    case 'previous':
      return standing[(current ?? seen) - 1]?.id ?? null
    case 'nextThread':
      return standing.slice(ahead).find(({ depth }) => depth === 0)?.id ?? null
    case 'parent':
      return here?.parentId ?? null
    case 'firstReply':
      return here && standing[ahead]?.parentId === here.id ? standing[ahead].id : null
  }
}
