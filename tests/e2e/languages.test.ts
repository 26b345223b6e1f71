import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findViolations } from '../support/findViolations.ts'
import { isOnServer } from '../support/host.ts'
import { layoutShift } from '../support/layoutShift.ts'
import { LOOKS } from '../support/looks.ts'
import { openPage, type PageOptions } from '../support/openPage.ts'
import { openKerry } from './flows.ts'

const CHOICES = { en: 'Language', es: 'Idioma', de: 'Sprache', fr: 'Langue', ar: 'اللغة', zh: '语言' }

/** The page as a reader of that language gets it, once it is in it. */
async function openIn(locale: string, options: PageOptions & { path?: string } = {}): Promise<Page> {
  const { page } = await openPage(options.path ?? '/', { ...options, locale })
  await seeLanguage(page, locale)
  return page
}

async function seeLanguage(page: Page, tag: string): Promise<void> {
  await page.waitForFunction((tag) => document.documentElement.lang.split('-')[0] === tag, tag.split('-')[0])
}

function choice(page: Page, language: keyof typeof CHOICES) {
  return page.getByRole('banner').getByRole('combobox', { name: CHOICES[language] })
}

describe.for(LOOKS)('at a width of $width px, in $theme', ({ width, theme }) => {
  const viewport = { width, height: 800 }

  test('a reader of Arabic gets the page from right to left, and axe finds nothing', async () => {
    const page = await openIn('ar', { viewport, theme })
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    const article = page.getByRole('main').locator('> * > article')
    expect(
      await article.evaluate((element) => [
        element.getAttribute('lang'),
        getComputedStyle(element).direction,
      ]),
    ).toEqual(['en', 'ltr'])
    await page.getByRole('button', { name: 'الرد على \u2068Hapa\u2069' }).click()
    const form = page.getByRole('form', { name: 'الرد على \u2068Hapa\u2069' })
    const field = form.getByRole('textbox', { name: 'ردّك' })
    expect(await direction(field)).toBe('rtl')
    await field.fill('I see it differently.')
    expect(await direction(field)).toBe('ltr')
    const comment = page.getByRole('article', { name: 'تعليق من \u2068StanCalif\u2069' }).first()
    expect(await isRightOf(comment.locator('header > *').first(), comment.locator('header > *').last())).toBe(
      true,
    )
    const reply = page.getByRole('article', { name: 'رد من \u2068Pete\u2069 على \u2068Hapa\u2069' }).first()
    const [outer, inner] = await Promise.all([
      edge(page.getByRole('article', { name: /من \u2068Hapa\u2069/ }).first()),
      edge(reply),
    ])
    expect(inner).toBeLessThan(outer)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await findViolations(page)).toEqual([])
  })

  test.for(['es', 'de', 'fr', 'ar', 'zh-TW'])(
    'the page is seen to move little while it turns to "%s", and its bar stays one line',
    async (locale) => {
      const page = await openIn(locale, { viewport })
      expect(await layoutShift(page)).toBeLessThan(0.05)
      const tops = await page
        .getByRole('banner')
        .locator('select')
        .evaluateAll((selects) => selects.map((select) => Math.round(select.getBoundingClientRect().top)))
      expect(tops).toHaveLength(2)
      expect(tops[0]).toBe(tops[1])
    },
  )
})

test('the page speaks the first of the browser’s languages that it has, and offers all by their own names', async () => {
  const page = await openIn('fr-CA')
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'fr-CA',
    'ltr',
  ])
  await page.getByRole('region', { name: 'Commentaires' }).waitFor()
  expect(await choice(page, 'fr').locator('option').allInnerTexts()).toEqual([
    'English',
    'Español',
    'Deutsch',
    'Français',
    'العربية',
    '简体中文',
  ])
  expect(await choice(page, 'fr').inputValue()).toBe('fr')
})

test('a language that there are no texts of is told in English, as the page came', async () => {
  const { page } = await openPage('/', { locale: 'it-IT' })
  expect(await choice(page, 'en').inputValue()).toBe('en')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
})

test('what is chosen stays over a reload, in other tabs, too, and nothing that was begun is lost', async () => {
  const page = await openKerry()
  const { page: other } = await openPage('/', { context: page.context() })
  await choice(other, 'en').waitFor()
  await page.getByRole('button', { name: 'Collapse thread by wjm' }).click()
  await page.getByRole('button', { name: 'Reply to Hapa' }).click()
  await page.keyboard.type('I see it')
  const field = page.getByRole('form', { name: 'Reply to Hapa' }).getByRole('textbox', { name: 'Your reply' })
  const handle = await field.elementHandle()
  await page.evaluate(() => {
    const field = document.activeElement
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(2, 4)
    const place = field!.getBoundingClientRect().top
    Object.assign(window, { place })
  })
  // From another tab, so that the field keeps its focus.
  await choice(other, 'en').selectOption('de')
  await seeLanguage(page, 'de')
  const answer = page
    .getByRole('form', { name: 'Auf Hapa antworten' })
    .getByRole('textbox', { name: 'Antwort', exact: true })
  expect(await answer.evaluate((element, before) => element === before, handle)).toBe(true)
  const state = () =>
    answer.evaluate((element) => {
      if (!(element instanceof HTMLTextAreaElement)) return null
      return [element === document.activeElement, element.value, element.selectionStart, element.selectionEnd]
    })
  expect(await state()).toEqual([true, 'I see it', 2, 4])
  const moved = await answer.evaluate(
    (element) => element.getBoundingClientRect().top - Number(Reflect.get(window, 'place')),
  )
  expect(Math.abs(moved)).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: /^Strang von wjm aufklappen/ }).waitFor()

  await page.reload()
  await seeLanguage(page, 'de')
  await page.getByRole('button', { name: 'Auf Hapa antworten' }).click()
  expect(await answer.inputValue()).toBe('I see it')
  expect(await choice(page, 'de').inputValue()).toBe('de')
})

test('what is read stays where it is while the language changes, also from left to right to the other way', async () => {
  const page = await openKerry({ viewport: { width: 360, height: 800 } })
  const { page: other } = await openPage('/', { context: page.context() })
  // Some browsers keep nothing in its place by themselves.
  await page.evaluate(() => document.body.style.setProperty('overflow-anchor', 'none'))
  const comment = page.locator('article[id^=comment-]').nth(12)
  await comment.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  for (const [from, to] of [
    ['en', 'de'],
    ['de', 'ar'],
    ['ar', 'zh'],
    ['zh', 'en'],
  ] as const) {
    const before = await anchored(page)
    await choice(other, from).selectOption(to)
    await seeLanguage(other, to)
    // A page that is not in front gets a frame now and then only.
    await page.bringToFront()
    await seeLanguage(page, to)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(Math.abs((await topOf(page, before.id)) - before.top)).toBeLessThanOrEqual(1)
  }
})

test('where a language does not come, the page stays as it is, offers it again, and has it at the next visit', async () => {
  const page = await openKerry({ expected: [/germanCatalogue/, /ERR_FAILED/], serviceWorkers: 'block' })
  await page.route(/germanCatalogue/, (route) => route.abort())
  await choice(page, 'en').selectOption('de')
  await expect.poll(() => choice(page, 'en').inputValue()).toBe('en')
  await page.getByRole('button', { name: 'Reply to Hapa' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.unroute(/germanCatalogue/)
  await page.reload()
  await page.getByRole('button', { name: 'Auf Hapa antworten' }).waitFor()
})

test.skipIf(isOnServer)(
  'where the browser’s backend does not run as usual, that is said in the reader’s language, too',
  async () => {
    const page = await openIn('es', { serviceWorkers: 'block' })
    await page.getByText('Soundoff funciona aquí sin su «worker»').waitFor()
  },
)

type Shown = ReturnType<Page['locator']>

function direction(element: Shown): Promise<string> {
  return element.evaluate((each) => getComputedStyle(each).direction)
}

async function isRightOf(one: Shown, other: Shown): Promise<boolean> {
  const [first, second] = await Promise.all([one.boundingBox(), other.boundingBox()])
  return first !== null && second !== null && first.x >= second.x + second.width
}

/** Where an element begins for those who read from right to left. */
async function edge(element: Shown): Promise<number> {
  const box = await element.boundingBox()
  return box === null ? Number.NaN : box.x + box.width
}

/** The comment that is read, and where its first line stands. */
function anchored(page: Page): Promise<{ id: string; top: number }> {
  return page.evaluate(() => {
    const article = document.elementFromPoint(innerWidth / 2, innerHeight / 4)?.closest('article')
    return { id: article?.id ?? '', top: article?.getBoundingClientRect().top ?? Number.NaN }
  })
}

function topOf(page: Page, id: string): Promise<number> {
  return page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN, id)
}
