import { expect, test } from 'vitest'
import { countsShown } from '../support/countsShown.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'

const KERRY = 'kerry-to-urge-china'

test('fifty discussions and as many counts are all there, with one request for the counts, and the page answers', async () => {
  const ids = [KERRY, ...Array.from({ length: 24 }, (_, index) => `post-${index}`)]
  const { page, server } = await openHostPage({
    mayOpen: () => true,
    expected: [/404/],
    html: (at) =>
      wrapPage(
        [...ids, ...ids]
          .map(
            (id, index) =>
              `<soundoff-count discussion="${id}" backend="${at.backend}"></soundoff-count>
              <div id="place-${index}">${element(at, 'loading="eager"').replace(KERRY, id)}</div>`,
          )
          .join(''),
        at,
      ),
  })
  await expect.poll(() => page.getByRole('form', { name: 'Post a comment' }).count()).toBe(50)
  await expect
    .poll(() => countsShown(page))
    .toEqual([...ids, ...ids].map((id) => (id === KERRY ? '25 comments' : '0 comments')))
  expect(server.requests.filter((each) => each.startsWith('POST') && each.endsWith('/counts'))).toHaveLength(
    1,
  )

  const comment = (index: number) => page.locator(`#place-${index}`).getByRole('textbox', { name: 'Comment' })
  await comment(1).fill('To the first.')
  await comment(2).fill('To the second.')
  await expect.poll(() => comment(26).inputValue()).toBe('To the first.')
  expect(await comment(27).inputValue()).toBe('To the second.')
  expect(await comment(3).inputValue()).toBe('')
  await expect.poll(() => server.following()).toBe(3)
  const first = page.locator('#place-0')
  await first.getByRole('button', { name: 'Reply to wjm' }).click()
  await first.getByRole('textbox', { name: 'Your reply' }).pressSequentially('I see it differently.')
  await first.getByRole('form', { name: 'Reply to' }).getByRole('textbox', { name: 'Name' }).fill('Ada')
  await first.getByRole('button', { name: 'Post reply' }).click()
  const posted = page.getByRole('article', { name: 'Reply by Ada to ' }).and(page.locator('[id^=comment-]'))
  await expect.poll(() => posted.count()).toBe(2)
  expect(server.following()).toBe(3)
})

test('a count that cannot be had leaves the others theirs, and none goes on with that of another discussion', async () => {
  const { page, origins } = await openHostPage({
    html: (at) =>
      wrapPage(
        ['not a name', ` ${KERRY} `, KERRY]
          .map(
            (id) => `<soundoff-count discussion="${id}" backend="${at.backend}/">Comments</soundoff-count>`,
          )
          .join(''),
        at,
      ),
  })
  await expect.poll(() => countsShown(page)).toEqual(['Comments', '25 comments', '25 comments'])

  const backend = `${origins.backend}/api/v1`
  for (const detail of [
    { discussionId: KERRY, count: 31, text: '', backend },
    { discussionId: 'another', count: 5, text: '', backend },
    { discussionId: KERRY, count: 6, text: '', backend: 'browser' },
  ]) {
    // As the component for React tells, whose host has no attributes.
    await page.evaluate((detail) => {
      const host = document.body.appendChild(document.createElement('div'))
      host.dispatchEvent(new CustomEvent('soundoff:count', { detail, bubbles: true, composed: true }))
    }, detail)
  }
  expect(await countsShown(page)).toEqual(['Comments', '31 comments', '31 comments'])

  const counted = await page.evaluate(() => {
    const [, second, third] = document.querySelectorAll('soundoff-count')
    second!.setAttribute('discussion', 'no name either')
    third!.removeAttribute('discussion')
    return [second!.count, third!.count]
  })
  expect(counted).toEqual([null, null])
  expect(await countsShown(page)).toEqual(['Comments', 'Comments', 'Comments'])
  await page.evaluate((id) => {
    document.querySelector('soundoff-count')!.setAttribute('discussion', id)
  }, KERRY)
  await expect.poll(() => countsShown(page)).toEqual(['25 comments', 'Comments', 'Comments'])
})
