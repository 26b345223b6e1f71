import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHostPage, readKerry, type Origins } from '../support/hostPage.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const section = /\n## Embedding\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
const SERVER = 'https://comments.example'

/** What each snippet of the README does, in turn. */
const outcomes: ((page: Page) => Promise<void>)[] = [
  async (page) => seeDiscussion(page),
  async (page) => {
    await seeDiscussion(page)
    await expect.poll(() => page.getByRole('link', { name: '25 comments' }).isVisible()).toBe(true)
    expect(await page.getByRole('combobox', { name: 'Sort by' }).inputValue()).toBe('oldest')
    expect(await page.getByRole('link', { name: 'Read the comments' }).isVisible()).toBe(false)
  },
  async (page) => {
    await seeDiscussion(page)
    const place = page.locator('[part=discussion]')
    const drawn = await place.evaluate((element) => {
      const { paddingTop, fontFamily, borderTopLeftRadius } = getComputedStyle(element)
      return [paddingTop, fontFamily, borderTopLeftRadius]
    })
    expect(drawn).toEqual(['32px', 'Georgia, serif', '14px'])
    const post = page.getByRole('button', { name: 'Post comment' })
    expect(await post.evaluate((element) => getComputedStyle(element).backgroundColor)).toMatch(/^oklch/)
  },
  async (page) => {
    await seeDiscussion(page)
    await expect.poll(() => page.title()).toBe('(25) My post')
  },
  async (page) => {
    const frame = page.frameLocator('soundoff-discussion iframe')
    await frame.getByRole('heading', { name: '39 responses' }).waitFor()
    expect(await page.getByRole('heading', { name: '39 responses' }).count()).toBe(0)
  },
]

test('every snippet of the README has an outcome that is tested', () => {
  expect(snippets()).toHaveLength(outcomes.length)
})

test.for(outcomes.map((outcome, index) => [index, outcome] as const))(
  'snippet %i of the README does what it is there for',
  async ([index, outcome]) => {
    const { page } = await openHostPage({
      html: (at) =>
        `<!doctype html><html lang="en"><title>My post</title><link rel="icon" href="data:,">${adapt(snippets()[index] ?? '', at)}</html>`,
      seed: [readKerry('my-post')],
    })
    await outcome(page)
  },
)

function snippets(): string[] {
  return Array.from(section.matchAll(/```html\n([\s\S]*?)```/g), ([, text = '']) => text)
}

/** The same with the servers of the test, of which there are two. */
function adapt(snippet: string, { embed, backend }: Origins): string {
  return snippet.replaceAll(`${SERVER}/embed.js`, `${embed}/embed.js`).replaceAll(SERVER, backend)
}

async function seeDiscussion(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '39 responses' }).waitFor()
}
