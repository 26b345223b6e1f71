import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countsShown } from '../support/countsShown.ts'
import { findViolations } from '../support/findViolations.ts'
import { framed, seeFrame } from '../support/framedPage.ts'
import { element, openHostPage, readKerry, wrapPage, type Origins } from '../support/hostPage.ts'

const GERMAN = /\/germanCatalogue-[^/]*\.js/

/** A page that says it is in German. */
function germanPage(body: string, at: Origins): string {
  return wrapPage(body, at).replace('<html lang="en">', '<html lang="de-AT">')
}

function count({ backend }: Origins, attributes = ''): string {
  return `<soundoff-count discussion="kerry-to-urge-china" backend="${backend}" ${attributes}>…</soundoff-count>`
}

test('two discussions of one page are each in the language that they name, and so are counts', async () => {
  const { page } = await openHostPage({
    seed: [readKerry(), readKerry('other')],
    html: (at) =>
      wrapPage(
        `<main><h1>Two</h1>${count(at)}, ${count(at, 'lang="de"')}
        ${element(at, 'lang="de" id="german" loading="eager"')}
        ${element(at, 'lang="en" id="english" loading="eager"').replace('kerry-to-urge-china', 'other')}</main>`,
        at,
      ),
  })
  const german = page.locator('#german')
  const english = page.locator('#english')
  await german.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
  await english.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  expect(await german.getByRole('heading', { level: 2 }).innerText()).toMatch(
    /^39 Kommentare\s+25 davon sind hier/,
  )
  expect(await english.getByRole('heading', { level: 2 }).innerText()).toMatch(/^39 responses/)
  expect(await german.locator('time').first().innerText()).toMatch(/^\d\d\.\d\d\.2013.*\s+vor \d+ Jahren/)
  expect(await spoken(page)).toEqual([
    ['de', 'ltr'],
    ['en', 'ltr'],
  ])
  await expect.poll(() => countsShown(page)).toEqual(['25 comments', '25 Kommentare'])
  await page
    .locator('soundoff-count')
    .first()
    .evaluate((element) => element.setAttribute('lang', 'de'))
  await expect.poll(() => countsShown(page)).toEqual(['25 Kommentare', '25 Kommentare'])
  expect(await findViolations(page)).toEqual([])
})

test('on a German page a discussion that names no language is German, in a frame, too, and changes with the page', async () => {
  const { page } = await openHostPage({
    html: (at) => germanPage(`<main><h1>Beitrag</h1>${count(at)} ${element(at)}</main>`, at),
    others: { '/framed': (at) => germanPage(`<main><h1>Beitrag</h1>${framed(at)}</main>`, at) },
  })
  await page.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
  expect(await spoken(page)).toEqual([['de-AT', 'ltr']])
  await expect.poll(() => countsShown(page)).toEqual(['25 Kommentare'])
  expect(await findViolations(page)).toEqual([])
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'))
  await page.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  expect(await spoken(page)).toEqual([['en', 'ltr']])

  await page.goto('/framed')
  const frame = await seeFrame(page)
  await frame.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
  expect(await page.locator('iframe').getAttribute('title')).toBe('Diskussion')
  expect(await frame.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
    'de-AT',
    'Diskussion',
  ])
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'))
  await frame.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  expect(await page.locator('iframe').getAttribute('title')).toBe('Discussion')
})

test('a change of language keeps what is written, in focus and folded, and fetches German when it is wanted', async () => {
  const { page } = await openHostPage({ html: (at) => wrapPage(element(at), at) })
  await page.getByRole('button', { name: 'Collapse thread by wjm' }).click()
  await page.getByRole('button', { name: 'Reply to Hapa' }).click()
  await page.getByRole('textbox', { name: 'Your reply' }).fill('I see it')
  let fetched = 0
  page.on('request', (request) => {
    if (GERMAN.test(request.url())) fetched += 1
  })
  await say(page, 'de')
  const field = page.getByRole('textbox', { name: 'Antwort', exact: true })
  await field.waitFor()
  expect(fetched).toBeGreaterThan(0)
  await page.keyboard.type(' differently.')
  expect(await field.inputValue()).toBe('I see it differently.')
  await page.getByRole('button', { name: /^Strang von wjm aufklappen/ }).waitFor()

  await page
    .getByRole('form', { name: 'Auf Hapa antworten' })
    .getByRole('textbox', { name: 'Name' })
    .fill('Ada')
  await page.getByRole('button', { name: 'Antwort absenden' }).click()
  await page.getByRole('article', { name: 'Antwort von Ada an Hapa' }).waitFor()
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Antwort veröffentlicht')
  await say(page, null)
  await page.getByRole('article', { name: 'Reply by Ada to Hapa' }).waitFor()
})

test('where German does not come, the discussion is in English, and German when it is next asked for', async () => {
  const { page } = await openHostPage({
    expected: [/germanCatalogue/, /ERR_FAILED/],
    html: (at) => wrapPage(element(at, 'lang="de" loading="manual"'), at),
  })
  await page.waitForFunction(() => customElements.get('soundoff-discussion') !== undefined)
  await page.route(GERMAN, (route) => route.abort())
  await page.evaluate(() => document.querySelector('soundoff-discussion')!.load())
  await page.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  expect(await spoken(page)).toEqual([['en', 'ltr']])
  await page.unroute(GERMAN)
  await say(page, 'de-CH')
  await page.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
})

test.each([
  ['en', 'ltr', 'lang="ar"'],
  ['ar-EG', 'rtl', ''],
])(
  'in a page that says lang="%s" and runs %s, Arabic runs from right to left',
  async (lang, direction, attributes) => {
    const { page } = await openHostPage({
      viewport: { width: 600, height: 800 },
      html: (at) =>
        wrapPage(
          `<main><h1>Article</h1>${count(at, attributes)} ${element(at, attributes)}</main>`,
          at,
        ).replace('<html lang="en">', `<html lang="${lang}" dir="${direction}">`),
    })
    await page.getByRole('button', { name: 'الرد على \u2068Hapa\u2069' }).click()
    const form = page.getByRole('form', { name: 'الرد على \u2068Hapa\u2069' })
    await form.getByRole('textbox', { name: 'ردّك' }).fill('أرى الأمر غير ذلك.')
    await form.getByRole('textbox', { name: 'الاسم' }).fill('Ada')
    await form.getByRole('button', { name: 'نشر الرد' }).click()
    const posted = page.getByRole('article', { name: 'رد من \u2068Ada\u2069 على \u2068Hapa\u2069' })
    await posted.waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toBe('نُشر الرد')
    const locale = lang === 'en' ? 'ar' : lang
    expect(await spoken(page)).toEqual([[locale, 'rtl']])
    await expect.poll(() => countsShown(page)).toEqual([`${new Intl.NumberFormat(locale).format(26)} تعليقًا`])
    const [avatar, credits] = await Promise.all(
      ['header > :first-child', 'header > :last-child'].map((part) =>
        posted.locator(part).first().boundingBox(),
      ),
    )
    expect(avatar!.x).toBeGreaterThanOrEqual(credits!.x + credits!.width)
    const shown = await page.evaluate(() => {
      const { dir, scrollWidth } = document.documentElement
      return { dir, isWithin: scrollWidth <= innerWidth }
    })
    expect(shown).toEqual({ dir: direction, isWithin: true })
    expect(await findViolations(page)).toEqual([])
  },
)

test('in a frame, Arabic runs from right to left, and the frame has an Arabic name', async () => {
  const { page } = await openHostPage({
    html: '',
    path: '/framed',
    others: { '/framed': (at) => wrapPage(`<main><h1>Article</h1>${framed(at, 'lang="ar"')}</main>`, at) },
  })
  const frame = await seeFrame(page)
  await frame.getByRole('button', { name: 'الرد على \u2068Hapa\u2069' }).waitFor()
  expect(await page.locator('iframe').getAttribute('title')).toBe('التعليقات')
  const shown = await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
  expect(shown).toEqual(['ar', 'rtl'])
})

/** What the drawn places say of their texts, in the order of their elements. */
function spoken(page: Page): Promise<[string, string][]> {
  return page
    .locator('[data-soundoff]')
    .evaluateAll((places) => places.map((place) => [(place as HTMLElement).lang, (place as HTMLElement).dir]))
}

async function say(page: Page, lang: string | null): Promise<void> {
  await page.evaluate((lang) => {
    const element = document.querySelector('soundoff-discussion')!
    if (lang === null) element.removeAttribute('lang')
    else element.setAttribute('lang', lang)
  }, lang)
}
