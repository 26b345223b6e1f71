import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { placePreview } from '../../src/ui/finding/mentions/placePreview.ts'
import { SCRIPTING_TEXTS } from '../support/hostileTexts.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

afterEach(() => document.body.replaceChildren())

const petes = '@George Patten, to the comment by George Patton'

/** Whom each linked mention answers: the beginning of the linked comment, by the name that is called. */
function linked(): string[] {
  return screen.getAllByRole('link', { name: /^@.*, to the comment by / }).map((link) => {
    const target = document.querySelector<HTMLElement>(link.getAttribute('href') ?? '')
    const from = link.closest('article')?.getAttribute('aria-label')
    return `${from}: ${link.textContent} > ${target?.getAttribute('aria-label')}`
  })
}

test('names that are called at the start of a text lead to what they answer, misspelled ones too', async () => {
  await openDiscussion()
  await screen.findByRole('link', { name: petes })
  expect(linked()).toEqual([
    'Reply by Pete to Brian Inskeep: @Brian > Comment by Brian Inskeep',
    'Reply by Pete to Hapa: @Hapa > Reply by Hapa to john smith',
    'Reply by Pete to StanCalif: @Stancalif > Comment by StanCalif',
    'Reply by Pete to George Patton: @George Patten > Reply by George Patton to StanCalif',
    'Reply by George Patton to George Patton: @Pete > Reply by Pete to George Patton',
    'Reply by Pete to Brian Inskeep: @Brian > Reply by Brian Inskeep to StanCalif',
  ])
})

test('a link changes no character of a text', async () => {
  const { backend } = await openDiscussion()
  const link = await screen.findByRole('link', { name: petes })
  const written = backend.transcript.comments.find(({ body }) => body.startsWith('@George Patten'))
  const drawn = [...(link.closest('article')?.querySelectorAll('p[dir]') ?? [])]
  expect(drawn.map(({ textContent }) => textContent).join('\n\n')).toBe(written?.body)
})

test('focus shows who is answered, when and how it begins; Escape takes it away', async () => {
  await openDiscussion()
  const link = await screen.findByRole('link', { name: petes })
  expect(screen.queryByRole('tooltip')).toBe(null)
  link.focus()
  const preview = await screen.findByRole('tooltip')
  expect(preview).toHaveTextContent(/^George Patton .*2013 · \d+ years ago/)
  expect(link).toHaveAccessibleDescription(/^George Patton/)
  fireEvent.keyDown(link, { key: 'Escape' })
  expect(screen.queryByRole('tooltip')).toBe(null)
  expect(link).toHaveFocus()
  expect(link).not.toHaveAttribute('aria-describedby')
})

test('one can point at a preview without its going', async () => {
  const { user } = await openDiscussion()
  const link = await screen.findByRole('link', { name: petes })
  await user.hover(link)
  const preview = await screen.findByRole('tooltip')
  await user.hover(preview)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(screen.getByRole('tooltip')).toBe(preview)
  await user.unhover(preview)
  await expect.poll(() => screen.queryByRole('tooltip')).toBe(null)
})

test('it works in a shadow root', async () => {
  const { root, screen: shadow } = await openInShadow(await startBackend())
  const link = await shadow.findByRole('link', { name: petes })
  link.focus()
  expect((await shadow.findByRole('tooltip')).getRootNode()).toBe(root)
  expect(document.body.querySelector('[role="tooltip"]')).toBe(null)
})

test('hostile names are called and previewed as text alone', async () => {
  const backend = await startBackend()
  const { id: discussionId } = backend.transcript.discussion!
  const names = SCRIPTING_TEXTS.filter((text) => /^[^\n,]{1,60}$/.test(text)).slice(0, 12)
  for (const name of names) {
    const { id: parentId } = await backend.api.postComment({
      discussionId,
      parentId: null,
      author: { name },
      body: `Words of ${name}`,
    })
    await backend.api.postComment({ discussionId, parentId, author: { name: 'Ann' }, body: `@${name}, no.` })
  }
  await openDiscussion({ backend })
  const links = await screen.findAllByRole('link', { name: /^@[^]*, to the comment by / })
  for (const link of links) link.focus()
  const article = links[0]!.closest('article')!
  expect(within(article).getAllByRole('link').length).toBeGreaterThan(0)
  expect(document.querySelector('script, img, iframe, article b, article svg')).toBe(null)
})

test.each([
  ['below its link', { top: 100, bottom: 120 }, null, 124],
  ['above it where there is no room below', { top: 560, bottom: 580 }, null, 456],
  ['above it where what has focus is below', { top: 300, bottom: 320 }, { top: 330, bottom: 350 }, 196],
])('a preview stands %s', (_, link, focused, top) => {
  const wide = { left: 300, right: 340 }
  const place = placePreview(
    { ...wide, ...link },
    { width: 200, height: 100 },
    { width: 360, height: 600 },
    { focused: focused && { ...wide, ...focused }, isFromRight: false },
  )
  expect(place).toEqual({ left: 152, top })
})

test('a preview that would stand on what has focus on either side does not open', () => {
  const focused = { left: 0, right: 360, top: 0, bottom: 600 }
  const link = { left: 10, right: 60, top: 300, bottom: 320 }
  const size = { width: 200, height: 100 }
  expect(placePreview(link, size, { width: 360, height: 600 }, { focused, isFromRight: false })).toBe(null)
})
