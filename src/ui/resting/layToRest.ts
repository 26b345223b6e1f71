import { flushSync } from 'react-dom'
import { outerOf } from '../discussion/outerBatch.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { batchesIn, commentsOf, createPlaces, innermostFirst, isLetBe, isResting } from './batches.ts'
import type { Measure } from './measureBatches.ts'
import type { Rests } from './rests.tsx'

/** What is farther from the window rests, in heights of the window, above and below. */
const FAR = 5

type Plan = { batch: HTMLElement; blockSize: number; isOther: boolean; isFar: boolean }

/**
 * Measures the batches of a list that are below the window, and lays those to rest that are far from it, step by step, between which nothing else is to change.
 * All is looked at before anything is changed, as browsers lay out the page anew for each look after a change.
 */
export function* layToRest(
  list: HTMLElement,
  { measure, rests, view, isLarge }: { measure: Measure; rests: Rests; view: ThreadView; isLarge: boolean },
): Generator<undefined> {
  const plans = yield* planRest(list, { measure, isLarge })
  for (const { batch, blockSize, isOther, isFar } of plans) {
    if (isFar && isLetBe(batch) && !commentsOf(batch).some((id) => view.deleting.has(id))) {
      flushSync(() => rests.lay(batch, blockSize))
    } else if (isOther && batch.isConnected) flushSync(() => rests.keepHeight(batch, blockSize))
    yield
  }
  const remembered: HTMLElement[] = []
  for (const plan of plans) {
    if (plan.isOther && isRemembered(plan)) remembered.push(plan.batch)
    else if (plan.isOther) measure.keep(plan.batch)
    yield
  }
  rests.showForFrame(remembered.flatMap((batch) => [batch, ...batchesIn(batch)]))
  remembered.forEach(measure.keep)
}

/** Whether a batch is still as high as when it was seen last. What is in it may be so by itself, which does not show as long as nothing of it is drawn. */
function isRemembered({ batch, blockSize }: Plan): boolean {
  const { height } = batch.getBoundingClientRect()
  return !isResting(batch) && height > 0 && Math.abs(height - blockSize) >= 1
}

/** Those first that have no others in them. */
function* planRest(
  list: HTMLElement,
  { measure, isLarge }: { measure: Measure; isLarge: boolean },
): Generator<undefined, Plan[]> {
  const seen = createPlaces(0)
  const near = createPlaces(FAR)
  const risen = new Map<Element | null, number>()
  const plans: Plan[] = []
  for (const batch of innermostFirst(batchesIn(list))) {
    // What is hidden has no height to be kept.
    if (isResting(batch) || batch.closest('[hidden]')) continue
    const { height } = batch.getBoundingClientRect()
    // Another height of what is above would move what is seen.
    const other = seen(batch) === 'below' ? measure.find(batch, height, risen.get(batch) ?? 0) : null
    const isFar = isLarge && height > 0 && near(batch) !== 'near'
    if (isFar || other !== null)
      plans.push({ batch, blockSize: other ?? height, isOther: other !== null, isFar })
    const outer = outerOf(batch)
    risen.set(outer, (risen.get(outer) ?? 0) + (other ?? height) - height)
    yield
  }
  return plans
}
