import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CommentFormat } from '../../src/domain/comment.ts'
import type { IdempotencyKey } from '../../src/domain/ids.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

const TEXT = `Some *emphasis*, **strong** and \`code\`,
and a [link](https://a.example/b).

> A quotation
> of two lines

3. three
4. four
   - one
   - [https://bank.example](https://evil.example)

\`\`\`js
  if (a < b)
\`\`\`

# No heading, no <b>HTML</b>, no ![image](b.png), no [script](javascript:alert(1)).`

async function openWith(format: CommentFormat, body: string) {
  const backend = await startBackend()
  await backend.api.postComment({
    discussionId: backend.transcript.discussion.id,
    parentId: null,
    author: { name: 'Ada' },
    body,
    format,
    idempotencyKey: 'key' as IdempotencyKey,
  })
  await openDiscussion({ backend })
  return screen.findByRole('article', { name: 'Comment by Ada' })
}

test('a Markdown comment is drawn as what its text says', async () => {
  const comment = await openWith('markdown', TEXT)
  const strong = await within(comment).findByText('strong')
  expect(strong.localName).toBe('strong')
  const words = (selector: string) =>
    Array.from(comment.querySelectorAll(`div ${selector}`), ({ textContent }) => textContent)
  expect(words('em')).toEqual(['emphasis'])
  expect(words('p code')).toEqual(['code'])
  expect(words('blockquote')).toEqual(['A quotation\nof two lines'])
  expect(words('ol > li')).toEqual(['three', 'fouronehttps://bank.example (evil.example)'])
  expect(comment.querySelector('ol')?.start).toBe(3)
  expect(words('ul > li')).toEqual(['one', 'https://bank.example (evil.example)'])
  expect(words('pre')).toEqual(['  if (a < b)'])
  expect(words('p').at(-1)).toBe(TEXT.split('\n').at(-1))
  const links = Array.from(comment.querySelectorAll<HTMLAnchorElement>('a[rel]'), ({ href, rel }) => [
    href,
    rel,
  ])
  expect(links).toEqual([
    ['https://a.example/b', 'nofollow ugc noopener'],
    ['https://evil.example/', 'nofollow ugc noopener'],
  ])
})

test('the same text in a plain comment is shown to the letter', async () => {
  const comment = await openWith('plain', TEXT)
  const paragraphs = Array.from(comment.querySelectorAll('div > p'), ({ textContent }) => textContent)
  expect(paragraphs.join('\n\n')).toBe(TEXT)
  expect(comment.querySelector('em, strong, code, pre, blockquote, ol, ul')).toBeNull()
})

test('a Markdown comment that nests too much is shown to the letter', async () => {
  const text = '> '.repeat(4000) + '**a**'
  const comment = await openWith('markdown', text)
  expect(within(comment).getByText(/a/, { selector: 'p' })).toHaveTextContent(text)
})
