import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { findLookAlike } from '../../src/ui/composer/lookAlike.ts'
import { passageAddress } from '../../src/ui/quoting/selection.ts'
import { openDiscussion } from '../support/openDiscussion.tsx'

async function beginReply(text: string) {
  const opened = await openDiscussion()
  await opened.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await opened.user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  await opened.user.type(screen.getByRole('textbox', { name: 'Your reply' }), text)
  return opened
}

/** Selects all of an element's text, as by dragging over it. */
function select(element: Element) {
  act(() => {
    getSelection()?.selectAllChildren(element)
    document.dispatchEvent(new Event('selectionchange'))
  })
}

test('a draft that is discarded can be had back', async () => {
  const { user } = await beginReply('Half a thought')
  const form = within(screen.getByRole('form', { name: 'Reply to wjm' }))
  await user.click(await form.findByRole('button', { name: 'Discard' }))
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveFocus()
  await user.click(form.getByRole('button', { name: 'Undo' }))
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Half a thought')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveFocus()
})

test('a comment whose answer was begun says so, and the discussion lists it and leads to it', async () => {
  const { user, reload } = await beginReply('Half a thought')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.getByRole('button', { name: 'Reply to wjm' })).toHaveAccessibleDescription('draft')
  await reload()
  await user.click(await screen.findByRole('button', { name: 'You have 1 unfinished reply here' }))
  await user.click(screen.getByRole('button', { name: 'Go on with the reply to wjm' }))
  const text = await screen.findByRole('textbox', { name: 'Your reply' })
  expect(text).toHaveValue('Half a thought')
  await expect.poll(() => document.activeElement).toBe(text)
})

test('what is formatted is previewed as it will stand, and stands so', async () => {
  const { user } = await beginReply('Quite **right**')
  const form = within(screen.getByRole('form', { name: 'Reply to wjm' }))
  await user.click(await form.findByRole('button', { name: 'Formatting' }))
  expect(form.getByRole('toolbar', { name: 'Formatting' })).toBeInTheDocument()
  await user.click(form.getByRole('button', { name: 'Preview' }))
  const preview = within(await form.findByRole('region', { name: 'Preview' }))
  expect(await preview.findByText('right', { selector: 'strong' })).toBeInTheDocument()
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  const posted = () => screen.getByRole('article', { name: 'Reply by Ada to wjm' })
  await expect.poll(() => posted().id).toMatch(/^comment-/)
  expect(await within(posted()).findByText('right', { selector: 'strong' })).toBeInTheDocument()
})

test('without formatting, signs stay signs', async () => {
  const { user } = await beginReply('Quite **right** <b>you</b>')
  await user.click(screen.getByRole('button', { name: 'Post reply' }))
  const posted = await screen.findByRole('article', { name: 'Reply by Ada to wjm' })
  expect(posted).toHaveTextContent('Quite **right** <b>you</b>')
})

test('rich text that is pasted into an empty composer becomes Markdown, and plain text stays plain', async () => {
  const { user } = await openDiscussion()
  const field = screen.getByRole('textbox', { name: 'Comment' })
  await user.click(field)
  await screen.findByRole('button', { name: 'Formatting' })
  const paste = (html: string) =>
    fireEvent.paste(field, {
      clipboardData: { getData: (type: string) => (type === 'text/html' ? html : '') },
    })
  paste('<p>plain <span>words</span></p>')
  expect(screen.getByRole('button', { name: 'Formatting' })).toHaveAttribute('aria-pressed', 'false')
  paste('<p>A <b>bold</b> word</p>')
  expect(field).toHaveValue('A **bold** word')
  expect(screen.getByRole('button', { name: 'Formatting' })).toHaveAttribute('aria-pressed', 'true')
})

test('words of a comment that are selected begin an answer to it, after what is written there', async () => {
  const { user } = await beginReply('First of *all*')
  const comment = screen.getByRole('article', { name: 'Comment by wjm' })
  select(comment.querySelector('p')!)
  await user.click(await screen.findByRole('button', { name: 'Quote in a reply to wjm' }))
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  expect(text.value).toMatch(/^First of \\\*all\\\*\n\n> I like the sentiment/)
  expect(text.value).toContain(`#${comment.id})`)
})

test('words of the article that are selected begin a comment', async () => {
  const { user } = await openDiscussion()
  const article = screen.getByRole('article', { name: /Kerry to urge China/ })
  select(within(article).getByText(/The Obama administration says/))
  await user.click(await screen.findByRole('button', { name: 'Quote in a comment' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' }).value).toMatch(
    /^> The Obama administration says/,
  )
})

test('what is selected over several comments is no quotation', async () => {
  await openDiscussion()
  select(screen.getByRole('article', { name: 'Comment by wjm' }).querySelector('p')!)
  await screen.findByRole('button', { name: 'Quote in a reply to wjm' })
  select(screen.getByRole('region', { name: 'Discussion' }))
  expect(screen.queryByRole('button', { name: /^Quote/ })).toBeNull()
})

test('a name that looks like that of somebody here is warned of, and can be used', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Нара')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Me')
  const warning = /looks like that of somebody else here, “Hapa”/
  expect(await screen.findByText(warning, { selector: 'p' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => screen.queryAllByRole('article', { name: 'Comment by Нара' })).toHaveLength(1)
})

test.for([
  ['Нара', 'Hapa'],
  ['hapa', 'Hapa'],
  ['Jdrtjghk  Ssdfgjsdg', 'Jdrtjghk Ssdfgjsdg'],
  ['Chrί5', 'Chris'],
  ['wjrn', 'wjm'],
  ['PETE', 'Pete'],
  ['Рёте', 'Pete'],
  ['Hapa', null],
  ['Hapas', null],
  ['李', null],
  ['', null],
] as const)('to the eye, %s is %s', ([name, other]) => {
  expect(findLookAlike(name, ['Hapa', 'Jdrtjghk Ssdfgjsdg', 'Chris', 'wjm', 'Pete', '王'])).toBe(other)
})

test('a passage is addressed by its text, or by its first and last words where it is long', () => {
  expect(passageAddress('https://a.example/x#y', 'so-called, yes')).toBe(
    'https://a.example/x#:~:text=so%2Dcalled%2C%20yes',
  )
  expect(passageAddress('https://a.example/', 'a b c d e f g h i j k l')).toBe(
    'https://a.example/#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l',
  )
})
