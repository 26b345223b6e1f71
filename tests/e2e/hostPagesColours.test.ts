import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { findViolations } from '../support/findViolations.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { setAttributes } from '../support/setAttributes.ts'
import { textContrasts } from '../support/textContrasts.ts'
import { writeAsOther } from '../support/writeAsOther.ts'
import { seeKerry } from './flows.ts'

const ENDS = ['white', 'black', 'gray', 'transparent', 'rgb(255 0 0 / 0.1)', 'color(display-p3 0 1 0)']

/** Every hue, most of them more than a screen can show, from dark to bright; what is at the ends, and what lets something through. */
const ACCENTS = [
  ...Array.from({ length: 24 }, (_, step) => `oklch(${((step * 7) % 10) / 10} 0.4 ${step * 15})`),
  ...Array.from({ length: 12 }, (_, step) => `hsl(${step * 30} 100% 50%)`),
  ...ENDS,
]

test.for(['light', 'dark'])(
  'in %s, links and buttons can be read with an accent of any colour',
  async (theme) => {
    const { page } = await openHostPage({ html: (at) => wrapPage(element(at, `theme="${theme}"`), at) })
    await seeKerry(page)
    await beginReply(page, 'wjm', 'As they say: https://news.example/')
    await postReply(page, 'Ada')
    await beginReply(page, 'wjm', 'And more.')
    await page.getByText('draft', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Post comment' }).hover()
    for (const accent of ACCENTS) {
      await style(page, { '--soundoff-accent': accent })
      const contrasts = await textContrasts(page, 'article p a, form button, [id^=draft-for]')
      const measured = ['https://news.example/', 'Post reply', 'Post comment', 'draft']
      expect(measured.filter((text) => !contrasts.some((each) => each.text === text))).toEqual([])
      const poor = contrasts.filter(({ ratio }) => ratio < 4.5)
      expect(poor.map(({ text, ratio }) => `${text} with ${accent}: ${ratio}`)).toEqual([])
    }
  },
)

test('in the page’s own colours, all can be read on a dark page that tells no browser that it is one', async () => {
  const { page, server } = await openHostPage({
    html: (at) =>
      wrapPage(
        element(at, 'theme="inherit"'),
        at,
        '<style>body { background: #14213d; color: #e5e5e5; font: 19px Georgia }</style>',
      ),
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await postReply(page, 'Ada')
  await beginReply(page, 'wjm', 'And more.')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await page.getByText('Write something first.').waitFor()
  await writeAsOther(server, 'kerry-to-urge-china', 'Bob')
  const news = page.getByRole('button', { name: 'Show 1 new comment' })
  expect(await news.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(255, 255, 255)')
  const line = page.locator('[data-branch] > button').first()
  expect(await line.evaluate((button) => getComputedStyle(button).color)).toBe('rgb(229, 229, 229)')
  expect((await textContrasts(page)).filter(({ ratio }) => ratio < 4.5)).toEqual([])
})

test('a page chooses the theme, and each property that it may set has its effect', async () => {
  const { page } = await openHostPage({
    theme: 'dark',
    html: (at) =>
      wrapPage(element(at), at, '<style>soundoff-discussion::part(discussion) { border: 7px solid }</style>'),
  })
  await seeKerry(page)
  const place = page.locator('[data-soundoff]')
  const look = () =>
    place.evaluate((element) => {
      const root = element.getRootNode() as ShadowRoot
      const of = (selector: string) => getComputedStyle(root.querySelector(selector)!)
      const { borderWidth, backgroundColor, padding, borderRadius, colorScheme } = getComputedStyle(element)
      return {
        colorScheme,
        borderWidth,
        backgroundColor,
        padding,
        borderRadius,
        text: of('article bdi').color,
        font: of('article p').fontFamily,
        line: of('ol > li').borderBlockEndColor,
        accent: of('button[type=submit]').backgroundColor,
      }
    })
  expect(await look()).toMatchObject({
    colorScheme: 'light dark',
    borderWidth: '7px',
    backgroundColor: 'rgb(23, 22, 20)',
  })
  await setAttributes(page, { theme: 'light' })
  expect(await look()).toMatchObject({ colorScheme: 'light', backgroundColor: 'rgb(255, 253, 250)' })
  await setAttributes(page, { theme: 'dark' })
  expect(await look()).toMatchObject({
    colorScheme: 'dark',
    backgroundColor: 'rgb(23, 22, 20)',
    padding: '16px',
  })
  await setAttributes(page, { density: 'compact' })
  await expect.poll(look).toMatchObject({ padding: '10px' })
  await setAttributes(page, { density: null })
  await style(page, {
    '--soundoff-accent': 'oklch(0.8 0.1 300)',
    '--soundoff-text': 'rgb(1, 2, 3)',
    '--soundoff-surface': 'rgb(201, 202, 203)',
    '--soundoff-line': 'rgb(4, 5, 6)',
    '--soundoff-radius': '13px',
    '--soundoff-font': 'Papyrus',
    '--soundoff-space': '40px',
  })
  expect(await look()).toEqual({
    colorScheme: 'dark',
    borderWidth: '7px',
    backgroundColor: 'rgb(201, 202, 203)',
    padding: '40px',
    borderRadius: '13px',
    text: 'rgb(1, 2, 3)',
    font: 'Papyrus',
    line: 'rgb(4, 5, 6)',
    accent: 'oklch(0.8 0.1 300)',
  })
})

test('axe finds nothing in a page with a discussion, in light and dark, on a phone and on a desk', async () => {
  const { page } = await openHostPage({
    html: (at) =>
      wrapPage(
        `<main><h1>An article</h1>${element(at)}</main>`,
        at,
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
      ),
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await findViolations(page)).toEqual([])
    }
  }
  await postReply(page, 'Ada')
})

async function style(page: Page, properties: Record<string, string>): Promise<void> {
  await page.evaluate((properties) => {
    const { style } = document.querySelector('soundoff-discussion')!
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value)
  }, properties)
}
