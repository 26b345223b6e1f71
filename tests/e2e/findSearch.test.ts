import { expect, test } from 'vitest'
import { openKerry } from './flows.ts'

test('what was looked for is marked in the comment that is gone to, and in no other, until it is cleared', async () => {
  const page = await openKerry()
  await page.getByRole('button', { name: 'People and activity' }).waitFor()
  const field = page.getByRole('searchbox', { name: 'Search this discussion' })
  await field.fill('china')
  await page.getByRole('region', { name: 'Search results' }).getByRole('link').first().click()
  await expect.poll(async () => (await page.evaluate(marks)).texts).not.toEqual([])
  const { texts, isShown, others } = await page.evaluate(marks)
  for (const text of texts) expect(text).toMatch(/^china$/i)
  expect(isShown).toBe(true)
  expect(others).toBe(0)
  await field.fill('')
  await expect.poll(() => page.evaluate(marks)).toMatchObject({ texts: [], others: 0 })

  /** Runs in the page: what is marked, whether that is to be seen, and how many other elements have a style for it. */
  function marks(): { texts: string[]; isShown: boolean; others: number } {
    const ranges = [...(CSS.highlights.get('soundoff-search') ?? [])].filter((each) => each instanceof Range)
    const colourOf = (element: Element) =>
      getComputedStyle(element, '::highlight(soundoff-search)').backgroundColor
    const comments = new Set(
      ranges.map(({ startContainer }) => startContainer.parentElement?.closest('article')),
    )
    const isStyled = (element: Element) => !/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(colourOf(element))
    return {
      texts: ranges.map((range) => range.toString()),
      isShown: ranges.every(
        ({ startContainer: { parentElement } }) => parentElement !== null && isStyled(parentElement),
      ),
      others: [...document.querySelectorAll('article')].filter(
        (each) => !comments.has(each) && [...each.querySelectorAll('p')].some(isStyled),
      ).length,
    }
  }
})
