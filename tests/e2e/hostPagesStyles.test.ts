import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { findCrowded } from '../support/findCrowded.ts'
import { findSmallTargets } from '../support/findSmallTargets.ts'
import { findViolations } from '../support/findViolations.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { probeStyles } from '../support/probeStyles.ts'
import { seeKerry } from './flows.ts'

/**
 * What a page does to the element itself, as to any of its own, is its business: here that it floats. Its border and padding would
 * leave less room within.
 */
const RESET = `<style>
  *, *::before, *::after {
    margin: 0 !important; padding: 0 !important; font: 9px/1 fantasy !important; color: red !important;
    letter-spacing: 9px !important; word-spacing: 9px !important; text-transform: uppercase !important; text-indent: 3em !important;
    text-align: center !important; white-space: pre !important; cursor: wait !important; box-sizing: content-box !important;
    list-style: square !important; background: lime !important; display: block !important; float: left !important;
    user-select: none !important; pointer-events: none !important; direction: rtl !important; color-scheme: dark !important;
    -webkit-text-fill-color: red !important; tab-size: 1 !important; word-break: break-all !important; quotes: none !important;
    --text: red; --muted: red; --surface: lime; --field: lime; --line: red; --accent: red; --on-accent: red; --problem: red;
    --space-1: 40px; --space-2: 40px; --space-4: 40px; --step: 90px; --radius: 40px; --rem: 3px; --measure: 99px;
    --small-size: 4px; --hue: 3; --indent: 77px; --padding: 66px; --lines: 900; --comments: 900; --font-interface: fantasy;
  }
  head { display: none !important }
</style>`

const PAGES: Readonly<Record<string, { html?: string; head?: string; doctype?: string }>> = {
  'rules for everything': { head: RESET },
  'small roots': { head: '<style>html { font-size: 62.5% } body { font: 1.3rem/1.1 serif }</style>' },
  'text from right to left': { html: 'dir="rtl" lang="he"' },
  'the manners of old': { doctype: '' },
}

test('whatever a page has for everything in it, a discussion looks as in a plain one', async () => {
  const plain = await probe({})
  for (const [name, page] of Object.entries(PAGES)) {
    expect(differences(name, plain, await probe(page))).toEqual([])
  }

  async function probe({ html = 'lang="en"', head = '', doctype = '<!doctype html>' }): Promise<Styles> {
    const { page } = await openHostPage({
      viewport: { width: 560, height: 800 },
      html: (at) =>
        wrapPage(`<main>${element(at)}</main>`, at, `<style>body { margin: 0 }</style>${head}`)
          .replace('lang="en"', html)
          .replace('<!doctype html>', doctype),
    })
    await seeKerry(page)
    const field = await beginReply(page, 'wjm', 'I see it differently.')
    await page.getByRole('button', { name: 'You have 1 unfinished reply here' }).waitFor()
    await page.getByRole('button', { name: 'Formatting' }).waitFor()
    const styles = await probeStyles(page)
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(560)
    await postReply(page, 'Ada')
    return styles
  }
})

type Styles = Awaited<ReturnType<typeof probeStyles>>

function differences(page: string, plain: Styles, other: Styles): string[] {
  return Object.entries(plain).flatMap(([name, styles]) =>
    Object.entries(styles).flatMap(([property, value]) => {
      const found = other[name]?.[property]
      return found === value ? [] : [`with ${page}, ${name}: ${property} is ${found}, not ${value}`]
    }),
  )
}

test('in a column of 200 px, next to a page that takes what it can get, all can be read and reached', async () => {
  const { page } = await openHostPage({
    html: (at) =>
      wrapPage(
        `<main style="display: flex"><h1 style="flex: 1">${'An article '.repeat(40)}</h1>
          <div style="display: flex; flex-direction: column; align-items: flex-start; inline-size: 200px">${element(at)}</div></main>`,
        at,
      ),
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', `I see it differently. ${'W'.repeat(60)}`)
  await postReply(page, 'Ada')
  await beginReply(page, 'wjm', 'And more.')
  for (const name of ['Formatting', 'More actions for the comment by Ada']) {
    await page.getByRole('button', { name }).last().click()
  }
  await page.getByRole('button', { name: 'Delete' }).waitFor()
  expect(await findCrowded(page)).toEqual([])
  expect(await findSmallTargets(page)).toEqual([])
  expect(await findViolations(page)).toEqual([])
})
