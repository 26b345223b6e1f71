import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until the heights of all batches of comments are known, which are estimates until the page is idle. */
export async function seeMeasured(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(findEstimated)).toEqual([])
}

/** Runs in the page: the heights of batches that are other than that of what is in them. */
function findEstimated(): number[] {
  const batches = [...document.querySelectorAll('[class*="batch"]')].filter(({ firstElementChild }) =>
    firstElementChild?.matches(':not([data-comments])'),
  )
  return batches
    .map((batch) => {
      const bottom = batch.lastElementChild?.getBoundingClientRect().bottom ?? 0
      const top = batch.firstElementChild?.getBoundingClientRect().top ?? 0
      return Math.abs(batch.getBoundingClientRect().height - (bottom - top))
    })
    .filter((by) => by > 1)
}
