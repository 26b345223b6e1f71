import { fireEvent, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { focusWhenThere } from '../../src/ui/parts/focusWhenThere.ts'

const nextFrame = () => new Promise(requestAnimationFrame)
const byId = (id: string) => document.getElementById(id)!

afterEach(() => document.body.replaceChildren())

/** A form with focus on its button, from which focus is to go to "sent", which is not there yet. */
function setUp() {
  render(
    <form id="form">
      <input id="text" aria-label="Text" />
      <button type="button" id="send">
        Send
      </button>
    </form>,
  )
  byId('send').focus()
  focusWhenThere(document, { to: 'sent', from: ['form'] })
}

function draw(id: string): HTMLElement {
  const element = Object.assign(document.createElement('article'), { id, tabIndex: -1 })
  document.body.append(element)
  return element
}

test('focus goes where it is to go once that is there', async () => {
  setUp()
  await nextFrame()
  expect(byId('send')).toHaveFocus()
  const sent = draw('sent')
  await nextFrame()
  expect(sent).toHaveFocus()
})

test.for([
  ['goes to a field', () => userEvent.click(byId('text'))],
  ['types on', () => userEvent.type(byId('text'), 'x')],
] as const)('who %s meanwhile is left there', async ([, act]) => {
  setUp()
  await act()
  draw('sent')
  await nextFrame()
  expect(byId('text')).toHaveFocus()
})

test('focus that the page itself puts into a field meanwhile goes on', async () => {
  setUp()
  byId('text').focus()
  const sent = draw('sent')
  await nextFrame()
  expect(sent).toHaveFocus()
})

test('who types on in the field that they sent from is left there', async () => {
  setUp()
  byId('text').focus()
  await userEvent.keyboard('x')
  draw('sent')
  await nextFrame()
  expect(byId('text')).toHaveFocus()
})

test('a move from where an older one was still to lead takes its place', async () => {
  setUp()
  focusWhenThere(document, { to: 'posted', from: ['sent'] })
  draw('sent')
  await nextFrame()
  expect(byId('send')).toHaveFocus()
  const posted = draw('posted')
  await nextFrame()
  expect(posted).toHaveFocus()
})

test('a move from where nobody is, and nobody was to be led, does nothing', async () => {
  setUp()
  await userEvent.type(byId('text'), 'x')
  focusWhenThere(document, { to: 'posted', from: ['sent'] })
  draw('posted')
  await nextFrame()
  expect(byId('text')).toHaveFocus()
})

test('a move that cannot begin leaves an older one that waits', async () => {
  setUp()
  focusWhenThere(document, { to: 'discussion', from: [null] })
  const sent = draw('sent')
  await nextFrame()
  expect(sent).toHaveFocus()
})

test('in a shadow root nothing is taken from the page around it, unless it comes from anywhere', async () => {
  setUp()
  const root = draw('host').attachShadow({ mode: 'open' })
  root.append(draw('posted'))
  byId('text').focus()
  focusWhenThere(root, { to: 'posted', from: ['sent'] })
  expect(byId('text')).toHaveFocus()
  focusWhenThere(root, { to: 'posted', from: 'anywhere' })
  expect(root.activeElement?.id).toBe('posted')
})

test('who types in a field of the page around a shadow root meanwhile is left there', async () => {
  setUp()
  const root = draw('host').attachShadow({ mode: 'open' })
  byId('text').focus()
  focusWhenThere(root, { to: 'posted', from: 'anywhere' })
  await userEvent.keyboard('x')
  root.append(draw('posted'))
  await nextFrame()
  expect(byId('text')).toHaveFocus()
})

test('who types on in a shadow root, in the field that they sent from, is left there', async () => {
  const root = draw('host').attachShadow({ mode: 'open' })
  const field = document.createElement('input')
  root.append(Object.assign(document.createElement('form'), { id: 'form' }))
  root.getElementById('form')?.append(field)
  field.focus()
  focusWhenThere(root, { to: 'sent', from: ['form'] })
  fireEvent.keyDown(field, { key: 'x' })
  root.append(draw('sent'))
  await nextFrame()
  expect(root.activeElement).toBe(field)
})
