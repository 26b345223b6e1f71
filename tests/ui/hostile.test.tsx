import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import type { CommentFormat } from '../../src/domain/comment.ts'
import { isId, type CommentId, type IdempotencyKey } from '../../src/domain/ids.ts'
import { bodyFault, nameFault, normaliseBody, normaliseName } from '../../src/domain/writing.ts'
import { parseFaults } from '../../src/hosts/faults.ts'
import { HostNotices } from '../../src/ui/HostNotices.tsx'
import { english } from '../../src/ui/messages/english.ts'
import { englishHost } from '../../src/ui/messages/englishHost.ts'
import { labelName } from '../../src/ui/parts/names.ts'
import { NAUGHTY_TEXTS, SCRIPTING_TEXTS } from '../support/hostileTexts.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { renderAmbient } from '../support/renderAmbient.tsx'

const nobodyYet = readFileSync('tests/fixtures/transcripts/nobody-yet.txt', 'utf8')
const ELEMENTS = new Set(['p', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'span'])
const ATTRIBUTES = new Set(['class', 'dir', 'start', 'data-long-numbers', 'href', 'rel'])

type Backend = Awaited<ReturnType<typeof startBackend>>
type Posted = { id: CommentId; name: string; body: string }

const hostile = [...new Set([...NAUGHTY_TEXTS, ...SCRIPTING_TEXTS].map(normaliseBody))]
const postable = hostile.filter((text) => bodyFault(text) === null)
const batches = Array.from({ length: Math.ceil(postable.length / 80) }, (_, index) =>
  postable.slice(index * 80, index * 80 + 80),
)

/** Each text as a comment, by a writer of that name where it can be one. */
async function post(backend: Backend, texts: readonly string[], format: CommentFormat): Promise<Posted[]> {
  const posted: Posted[] = []
  for (const [index, body] of texts.entries()) {
    const name = nameFault(body) === null ? normaliseName(body) : `Writer ${index}`
    const key = `key-${index}` as IdempotencyKey
    const { id } = await backend.api.postComment({
      discussionId: backend.transcript.discussion.id,
      parentId: null,
      author: { name },
      body,
      format,
      idempotencyKey: key,
    })
    posted.push({ id, name, body })
  }
  return posted
}

async function show(texts: readonly string[], format: CommentFormat): Promise<Posted[]> {
  const backend = await startBackend(nobodyYet, 'nobody')
  const posted = await post(backend, texts, format)
  await openDiscussion({ backend })
  await expect
    .poll(() => {
      const more = screen.queryByText('Show more threads')
      if (more) fireEvent.click(more)
      return document.querySelectorAll('article[id^="comment-"]').length
    })
    .toBe(posted.length)
  return posted
}

function articleOf({ id }: Posted): HTMLElement {
  return document.getElementById(`comment-${id}`)!
}

/** What is drawn of a comment's text: all that is beside its buttons. */
function bodyOf(posted: Posted): Element[] {
  const content = articleOf(posted).querySelector(':scope > header + div')!
  return [...content.children].filter((child) => child.querySelector('button') === null)
}

function expectHarmless(): void {
  expect('pwned' in window).toBe(false)
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
  expect(
    attributes.filter(({ name }) => /^on|^src|action$|^xlink/.test(name)).map(({ name }) => name),
  ).toEqual([])
  const dangerous =
    'script, iframe, object, embed, img, svg, math, link[href], meta, base, form[action], video, audio'
  // The icons of the toolbar are the page's own.
  const found = [...document.body.querySelectorAll(dangerous)]
  expect(found.filter((each) => !each.closest('[data-slot="tools"] button > svg[aria-hidden]'))).toEqual([])
  for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[href]'))
    expect(href).toMatch(/^https?:/)
}

describe.for(batches.map((texts, index) => [index + 1, texts] as const))(
  'hostile texts, part %i,',
  ([, texts]) => {
    test(
      'as names and plain comments are shown to the letter, and do nothing',
      { timeout: 60_000 },
      async () => {
        for (const posted of await show(texts, 'plain')) {
          const paragraphs = bodyOf(posted).map(({ localName, textContent }) => [localName, textContent])
          expect(paragraphs).toEqual(posted.body.split(/\n{2,}/).map((text) => ['p', text]))
          const article = articleOf(posted)
          expect(article.querySelector('bdi')?.textContent).toBe(posted.name)
          expect(article.getAttribute('aria-label')).toBe(`Comment by ${labelName(posted.name, english)}`)
        }
        expectHarmless()
      },
    )

    test('as Markdown comments are what comments may be, and do nothing', { timeout: 60_000 }, async () => {
      for (const posted of await show(texts, 'markdown')) {
        const roots = bodyOf(posted)
        expect(roots.map(({ textContent }) => textContent).join('')).not.toBe('')
        const elements = roots.flatMap((root) => [root, ...root.querySelectorAll('*')])
        const foreign = elements.flatMap(({ localName, attributes }) => [
          ...(ELEMENTS.has(localName) ? [] : [localName]),
          ...Array.from(attributes, ({ name }) => name).filter((name) => !ATTRIBUTES.has(name)),
        ])
        expect(foreign).toEqual([])
        for (const root of roots)
          for (const link of root.querySelectorAll('a'))
            expect(link.getAttribute('href')).toMatch(/^https?:\/\/[^/@]+\//)
      }
      expectHarmless()
    })
  },
)

test('a text that cannot be kept is refused with what is wrong with it, and nothing of it is kept', async () => {
  const backend = await startBackend(nobodyYet, 'nobody')
  const refused = hostile.filter((text) => bodyFault(text) !== null)
  expect(refused.length).toBeGreaterThan(3)
  for (const body of refused)
    await expect(post(backend, [body], 'markdown')).rejects.toMatchObject({
      problem: { code: 'invalid', field: 'body' },
    })
  const { total } = await backend.api.listComments({
    discussionId: backend.transcript.discussion.id,
    order: 'newest',
  })
  expect(total).toBe(0)
})

test('a hostile text in the address of the page is no article, and is told as not understood', () => {
  const ids = hostile.filter((text) => isId(text))
  for (const id of ids) expect(id).toMatch(/^[\w-]+$/)
  const { faults, problems } = parseFaults(hostile.join(','))
  expect(faults).toEqual(parseFaults('').faults)
  const network = { isOnline: () => true, subscribe: () => () => {} }
  const carrier = () => Promise.reject(new Error('Nothing is asked for.'))
  renderAmbient(
    { carrier, network, stored: localStorage },
    <HostNotices isInPage={false} isInMemory={false} ignored={problems} />,
  )
  expect(document.body.textContent).toBe(englishHost.faultsIgnored(problems.join(' ')))
  expectHarmless()
})
