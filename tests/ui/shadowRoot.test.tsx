import { fireEvent, render, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { useFocusKept } from '../../src/ui/composer/useFocusKept.ts'
import { selectedWithin } from '../../src/ui/quoting/selectedWithin.ts'
import { TELLINGS, tellSelections } from '../support/composedSelection.ts'
import { startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

const OTHER = `Another title
May 1st, 2014

By Somebody Else

A paragraph.

soundoff (One Response)
  1. Brook

    Words of Brook.

    May 2, 2014 at 1:00 pm | Reply
`

const nextFrame = () => new Promise(requestAnimationFrame)
const pete = 'Reply by Pete to Hapa'

afterEach(() => document.body.replaceChildren())

/** Two discussions on one page, each in a shadow root of its own. */
async function openBoth() {
  const kerry = await openInShadow(await startBackend())
  const other = await openInShadow(await startBackend(OTHER, 'other'))
  return { kerry, other }
}

/** Puts something into the page around the shadow roots. */
function draw<Name extends 'article' | 'input'>(name: Name, id: string) {
  const element = Object.assign(document.createElement(name), { id, tabIndex: -1, textContent: 'Words.' })
  document.body.append(element)
  return element
}

/** Goes there, and gives what leads there the time that it takes. */
async function goTo(hash: string) {
  const isTold = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
  location.hash = hash
  await isTold
  await nextFrame()
  await nextFrame()
}

test('what is written in a shadow root is posted there, and focus goes with it', async () => {
  const { root, screen, user } = await openInShadow(await startBackend())
  // The library's keyboard does not type in shadow roots.
  const write = (name: string, value: string) =>
    fireEvent.change(form.getByRole('textbox', { name }), { target: { value } })
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const form = within(screen.getByRole('form', { name: 'Reply to Hapa' }))
  expect(root.activeElement).toBe(form.getByRole('textbox', { name: 'Your reply' }))
  write('Name', 'Ada')
  write('Your reply', 'I see it differently.')
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  const posted = () => screen.getByRole('article', { name: 'Reply by Ada to Hapa' })
  await expect.poll(() => posted().id).toMatch(/^comment-/)
  await expect.poll(() => root.activeElement).toBe(posted())
})

describe('the address of the page', () => {
  test('leads to a comment in the shadow root that has it, which opens what is folded above it', async () => {
    const { kerry, other } = await openBoth()
    const { id } = kerry.screen.getByRole('article', { name: pete })
    await kerry.user.click(kerry.screen.getByRole('button', { name: 'Collapse all' }))
    await goTo(`#${id}`)
    expect(kerry.root.activeElement?.id).toBe(id)
    expect(kerry.root.activeElement).toBe(kerry.screen.getByRole('article', { name: pete }))
    expect(other.root.activeElement).toBeNull()
  })

  test('leads to a comment when its discussion comes into a shadow root', async () => {
    const backend = await startBackend()
    const { id } = backend.transcript.comments.at(-1)!
    history.replaceState(null, '', `#comment-${id}`)
    const { root } = await openInShadow(backend)
    await expect.poll(() => root.activeElement?.id).toBe(`comment-${id}`)
  })

  test('takes nobody from where they are in the page when the discussion comes', async () => {
    const backend = await startBackend()
    history.replaceState(null, '', `#comment-${backend.transcript.comments.at(-1)!.id}`)
    const field = draw('input', 'text')
    field.focus()
    await openInShadow(backend)
    await nextFrame()
    await nextFrame()
    expect(field).toHaveFocus()
  })

  test('takes no focus where it names nothing, or the discussion of the page', async () => {
    history.replaceState(null, '', '#discussion')
    const { kerry } = await openBoth()
    await nextFrame()
    await nextFrame()
    expect(document.body).toHaveFocus()
    await kerry.user.click(kerry.screen.getByRole('textbox', { name: 'Comment' }))
    for (const hash of ['#comment-none', '#somewhere', '#discussion']) {
      await goTo(hash)
      expect(kerry.root.activeElement).toBe(kerry.screen.getByRole('textbox', { name: 'Comment' }))
    }
  })

  test('is left to the page where that has an element of the same id', async () => {
    const { root, screen } = await openInShadow(await startBackend())
    const { id } = screen.getByRole('article', { name: pete })
    draw('article', id)
    await goTo(`#${id}`)
    expect(root.activeElement).toBeNull()
  })

  test('leads to a comment that stands in two shadow roots in the one where the reader is', async () => {
    const backend = await startBackend()
    const before = await openInShadow(backend)
    const after = await openInShadow(backend)
    for (const { root, screen, user } of [before, after, before]) {
      await user.click(screen.getByRole('textbox', { name: 'Comment' }))
      history.replaceState(null, '', '/')
      const { id } = screen.getByRole('article', { name: pete })
      await goTo(`#${id}`)
      await expect.poll(() => root.activeElement?.id).toBe(id)
    }
  })
})

describe('words that are selected in a shadow root', () => {
  test.for(TELLINGS)(
    'begin an answer to their comment, where the browser tells of them by: %s',
    async (telling) => {
      const { kerry, other } = await openBoth()
      const select = tellSelections(telling)
      const comment = kerry.screen.getByRole('article', { name: 'Comment by wjm' })
      select(comment.querySelector('p')!)
      await kerry.user.click(await kerry.screen.findByRole('button', { name: 'Quote in a reply to wjm' }))
      const text = kerry.screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
      expect(text.value).toMatch(/^> I like the sentiment/)
      expect(text.value).toContain(`#${comment.id})`)
      expect(kerry.root.activeElement).toBe(text)
      expect(other.screen.queryByRole('button', { name: /^Quote/ })).toBeNull()
    },
  )

  test.for(TELLINGS)('are offered by that root alone, and those of the page by none: %s', async (telling) => {
    const { kerry, other } = await openBoth()
    const select = tellSelections(telling)
    const offers = () =>
      [kerry, other].map(({ screen }) => screen.queryAllByRole('button', { name: /^Quote/ }).length)
    select(kerry.screen.getByRole('article', { name: 'Comment by wjm' }).querySelector('p')!)
    await kerry.screen.findByRole('button', { name: 'Quote in a reply to wjm' })
    expect(offers()).toEqual([1, 0])
    select(other.screen.getByText('Words of Brook.'))
    await other.screen.findByRole('button', { name: 'Quote in a reply to Brook' })
    expect(offers()).toEqual([0, 1])
    select(draw('article', 'story'))
    expect(offers()).toEqual([0, 0])
    select(draw('article', kerry.screen.getByRole('article', { name: pete }).id))
    expect(offers()).toEqual([0, 0])
    select(other.screen.getByRole('region', { name: 'Discussion' }))
    expect(offers()).toEqual([0, 0])
  })

  test.for(TELLINGS)('are told from those of the page and of another shadow root: %s', (telling) => {
    const [here, elsewhere] = ['here', 'elsewhere'].map((id) => {
      const root = draw('article', id).attachShadow({ mode: 'open' })
      root.append('Words.')
      return root
    })
    const select = tellSelections(telling)
    const areHere: boolean[] = []
    for (const place of [here!, elsewhere!, draw('article', 'story')]) {
      select(place)
      areHere.push(selectedWithin(here!) !== null)
    }
    expect(areHere).toEqual([true, false, false])
  })

  test('are not those of a field', async () => {
    const { root, screen, user } = await openInShadow(await startBackend())
    const field = screen.getByRole('textbox', { name: 'Comment' })
    await user.click(field)
    tellSelections('roots-as-option')(field.parentElement!)
    expect(selectedWithin(root)).toBeNull()
  })

  test('are quoted where the selection goes on to the beginning of what follows their comment', async () => {
    const { screen } = await openInShadow(await startBackend())
    const follows = screen.getByRole('article', { name: 'Reply by Brian Inskeep to wjm' })
    const paragraph = screen.getByRole('article', { name: 'Comment by wjm' }).querySelector('p')!
    tellSelections('roots-as-option')(paragraph, follows)
    expect(await screen.findByRole('button', { name: 'Quote in a reply to wjm' })).toBeInTheDocument()
  })

  test('are quoted with their paragraphs, and without what stands around them', async () => {
    const text = OTHER.replace('Words of Brook.', 'One\n    two.\n\n    Three.')
    const { screen, user } = await openInShadow(await startBackend(text, 'paragraphs'))
    tellSelections('roots-as-option')(screen.getByRole('article', { name: 'Comment by Brook' }))
    await user.click(await screen.findByRole('button', { name: 'Quote in a reply to Brook' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' }).value).toMatch(
      /^> One\n> two\.\n>\n> Three\.\n>\n> — /,
    )
  })
})

test.for([
  ['goes on where nobody is elsewhere', false],
  ['stays with who went to the page around it', true],
] as const)('where what has focus goes from a shadow root, focus %s', async ([, isElsewhere]) => {
  function Going() {
    const place = useRef<HTMLDivElement>(null)
    const next = useRef<HTMLButtonElement>(null)
    useFocusKept(
      () => place.current,
      () => next.current?.focus(),
    )
    return (
      <div ref={place}>
        <button type="button" ref={next}>
          Next
        </button>
      </div>
    )
  }
  const field = draw('input', 'text')
  const root = draw('article', 'host').attachShadow({ mode: 'open' })
  const container = document.createElement('div')
  root.append(container)
  render(<Going />, { container })
  const next = within(container).getByRole('button', { name: 'Next' })
  const going = document.createElement('button')
  next.after(going)
  await userEvent.click(going)
  expect(root.activeElement).toBe(going)
  going.remove()
  if (isElsewhere) field.focus()
  await nextFrame()
  expect(document.activeElement).toBe(isElsewhere ? field : root.host)
  expect(root.activeElement).toBe(isElsewhere ? null : next)
})
