import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

/** A transcript with one comment for each text. */
function transcriptOf(comments: readonly { name: string; text: string }[]): string {
  const list = comments.map(
    ({ name, text }, index) =>
      `  ${index + 1}. ${name}\n\n${text.replace(/^/gm, '    ')}\n\n    May ${30 - index}, 2014 at 1:00 pm | Reply\n`,
  )
  return `A title\nMay 1st, 2014\n\nBy Somebody Else\n\nA paragraph.\n\nsoundoff (${comments.length} Responses)\n${list.join('')}`
}

test('the article is named by its title, and dated in the reader’s locale with the printed date beside it', async () => {
  await openDiscussion()
  const article = screen.getByRole('article', { name: 'Kerry to urge China to pressure North Korea' })
  expect(within(article).getByRole('heading', { level: 1 })).toHaveTextContent('Kerry to urge China')
  expect(article).toHaveTextContent('By Jill Dougherty')
  expect(article.querySelector('time')).toHaveAttribute('datetime', '2013-04-11T23:36:00.000Z')
  expect(article).toHaveTextContent('April 11th, 2013 07:36 PM ET')
  expect(document.title).toBe('Kerry to urge China to pressure North Korea')
})

test('the discussion says that there were 39 responses and that 25 of them are here, and shows each of the 25', async () => {
  await openDiscussion()
  const discussion = within(screen.getByRole('region', { name: 'Discussion' }))
  expect(discussion.getByRole('heading', { level: 2 })).toHaveTextContent('39 responses 25 of them are here')
  expect(discussion.getAllByRole('article')).toHaveLength(25)
  expect(discussion.getAllByText('This comment has no text.')).toHaveLength(4)
})

test('threads stand as in the source, numbered, and each reply is within the list of what it answers', async () => {
  await openDiscussion()
  const threads = screen.getAllByRole('article', { name: /^Comment by/ })
  expect(threads.map((thread) => within(thread).getByText(/^\d+\.$/).textContent)).toEqual([
    '1.',
    '2.',
    '3.',
    '4.',
    '5.',
    '6.',
    '7.',
    '8.',
    '9.',
  ])
  const item = threads[4]!.closest('li')!
  expect(
    within(item)
      .getAllByRole('article')
      .map((each) => each.getAttribute('aria-label')),
  ).toEqual([
    'Comment by john smith',
    'Reply by Jaimie to john smith',
    'Reply by Brian Inskeep to john smith',
    'Reply by Hapa to john smith',
    'Reply by Pete to Hapa',
  ])
})

test('a comment’s permalink is a link around its time', async () => {
  await openDiscussion()
  const comment = screen.getByRole('article', { name: 'Comment by wjm' })
  const link = within(comment).getByRole('link', { name: /years ago/ })
  expect(link).toHaveAttribute('href', `#${comment.id}`)
  expect(link.querySelector('time')).toHaveAttribute('datetime', '2013-04-12T04:40:00.000Z')
})

test('nothing that a comment holds is markup, and only web addresses become links', async () => {
  const text = [
    '<img src=x onerror="document.title=\'taken\'"><b>bold</b>',
    '',
    'See https://example.com/a_(b), (www.example.org) and javascript:alert(1)',
    'or https://bank.example@evil.example/.',
  ].join('\n')
  await openDiscussion({
    backend: await startBackend(transcriptOf([{ name: '<i>Eve</i>', text }]), 'hostile'),
  })
  const comment = screen.getByRole('article', { name: 'Comment by <i>Eve</i>' })
  expect(comment.querySelector('img, b, i')).toBeNull()
  expect(comment).toHaveTextContent('<b>bold</b>')
  const links = within(comment)
    .getAllByRole('link')
    .filter((link) => link.getAttribute('rel') === 'nofollow ugc noopener')
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['https://example.com/a_(b)', 'https://example.com/a_(b)'],
    ['www.example.org', 'https://www.example.org/'],
  ])
})

test('paragraphs and line breaks stay, and right-to-left text finds its own direction', async () => {
  const text = 'one\ntwo\n\nשלום, עולם'
  await openDiscussion({ backend: await startBackend(transcriptOf([{ name: 'Noa', text }]), 'lines') })
  const paragraphs = screen.getByRole('article', { name: 'Comment by Noa' }).querySelectorAll('p')
  expect(Array.from(paragraphs, (paragraph) => paragraph.textContent)).toEqual(['one\ntwo', 'שלום, עולם'])
  expect(paragraphs[1]).toHaveAttribute('dir', 'auto')
})

test('direction marks in a name do not reach the names of controls', async () => {
  const backend = await startBackend(transcriptOf([{ name: 'Eve\u202e evil', text: 'Hello' }]), 'marks')
  await openDiscussion({ backend })
  expect(screen.getByRole('button', { name: 'Reply to Eve evil' })).toBeInTheDocument()
  expect(screen.getByText('Eve\u202e evil').tagName).toBe('BDI')
})

test('a discussion without comments asks for the first, and takes it', async () => {
  const { user } = await openDiscussion({ backend: await startBackend(transcriptOf([]), 'empty') })
  expect(screen.getByText('Be the first to respond.')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Here I am.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await screen.findByRole('article', { name: 'Comment by Ada' })
  expect(screen.queryByText(/Be the first/)).toBeNull()
  await expect.poll(() => screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 response')
})

test('a closed discussion says so and offers nothing to write in', async () => {
  const text =
    transcriptOf([{ name: 'Ada', text: 'Last word' }]).replace(' | Reply', '') + '\nComments are closed.\n'
  await openDiscussion({ backend: await startBackend(text, 'closed') })
  expect(screen.getByText(/This discussion is closed/)).toBeInTheDocument()
  expect(screen.getByRole('article', { name: 'Comment by Ada' })).toHaveTextContent('Last word')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: /Reply/ })).toBeNull()
})

test('where more came with the transcript than its heading claims, both numbers are told', async () => {
  const text = transcriptOf([
    { name: 'Ada', text: 'One' },
    { name: 'Bo', text: 'Two' },
  ]).replace('2 Responses', 'One Response')
  await openDiscussion({ backend: await startBackend(text, 'more') })
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 response 2 are here')
})
