import { expect, test } from 'vitest'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { seeKerry } from './flows.ts'

test('a permalink leads to its comment in a view that a reloaded site goes on to, and not again where it was reloaded', async () => {
  const { page, server, origins } = await openHostPage({
    others: { '/first': (at) => wrapPage(`<main>${element(at)}</main>`, at) },
    path: '/first',
    html: 'elsewhere',
  })
  await seeKerry(page)
  const { comments } = await server.api.listComments({
    discussionId: 'kerry-to-urge-china' as never,
    order: 'newest',
  })
  const id = `comment-${comments.at(-1)!.id}`
  const focused = () =>
    page.evaluate(() => document.querySelector('soundoff-discussion')!.shadowRoot?.activeElement?.id ?? null)

  await page.goto(`/first#${id}`)
  await page.reload()
  await seeKerry(page)
  // Whoever arrives is led there in the next frame.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  expect(await focused()).toBeNull()

  await page.evaluate(
    ([html, address]) => {
      history.pushState(null, '', address)
      document.querySelector('main')!.innerHTML = html!
    },
    [element(origins, 'loading="eager"'), `/second#${id}`],
  )
  await expect.poll(focused).toBe(id)
})
