import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hostOrigin } from '../support/hostOrigin.ts'
import { NO_NETWORK, seeFollowed, seeKept } from '../support/keptPage.ts'
import { openPage } from '../support/openPage.ts'
import { BUILT_SERVER } from '../support/site/site.ts'
import { postComment, seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

test.for(['/', `/articles/${KERRY}.html`, `/?article=${KERRY}`])(
  '%s is there without a network after one visit, and what is written is posted once there is one',
  async (path) => {
    // What became of a comment is asked before it is sent again.
    const { page, context } = await openPage(path, { expected: [NO_NETWORK, /404.*idempotency/] })
    await seeKept(page, { origin: await hostOrigin() }, join(BUILT_SERVER, 'site'))
    await context.setOffline(true)
    await page.reload()
    await seeKerry(page)
    const comments = page.locator('article[id^="comment-"]')
    expect(await comments.count()).toBe(25)
    await page.getByRole('button', { name: 'Collapse thread by john smith' }).click()
    await page.getByRole('button', { name: 'Expand thread by john smith, 4 replies' }).waitFor()
    await postComment(page, 'Pete', 'Said without a network.')
    const kept = page.getByRole('alert').getByText('It is tried again by itself.')
    await kept.waitFor()
    await page.reload()
    await kept.waitFor()

    await context.setOffline(false)
    const own = comments.getByText('Said without a network.')
    await own.waitFor()
    await page.reload()
    await seeFollowed(page)
    expect(await own.count()).toBe(1)
  },
)
