import { expect, test } from 'vitest'
import { farComments, openRead, waitForRest } from '../support/restingPage.ts'

test('what a muted writer wrote is not found where it rests, and is again when the muting ends', async () => {
  const page = await openRead()
  const written = await page.locator('article[id^="comment-"]').evaluateAll((all) =>
    all.map((each) => ({
      id: each.id,
      name: each.getAttribute('aria-label')?.match(/^(?:Comment|Reply) by (.*?)(?: to .*)?$/)?.[1],
      text: each.querySelector('p')?.textContent ?? '',
      isInView: each.getBoundingClientRect().bottom < innerHeight && each.getBoundingClientRect().top > 60,
    })),
  )
  await waitForRest(page)
  const far = new Set(await farComments(page))
  const resting = written.filter(({ id }) => far.has(id))
  const here = written.find(({ name, isInView }) => isInView && resting.some((each) => each.name === name))!
  const theirs = resting.filter(({ name, text }) => name === here.name && text.length > 20)
  const words = async () => (await page.locator('[data-comments]').allTextContents()).join()
  const found = async () => {
    const all = await words()
    return theirs.filter(({ text }) => all.includes(text)).length
  }
  expect(await found()).toBe(theirs.length)

  const article = page.locator(`#${here.id}`)
  await article.getByRole('button', { name: /^More actions/ }).click()
  await article.getByRole('button', { name: `Mute ${here.name}` }).click()
  await expect.poll(found).toBe(0)
  // They rest again, without what was written.
  await expect
    .poll(async () => (await words()).includes(`A comment by ${here.name}, whom you have muted.`))
    .toBe(true)
  expect(await found()).toBe(0)

  await article.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(found).toBe(theirs.length)
})
