import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FormatToolbar } from '../../src/ui/markdown/FormatToolbar.tsx'
import { englishWriting } from '../../src/ui/messages/englishWriting.ts'

function Sheet({ isBusy = false }: { isBusy?: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('one two')
  return (
    <>
      <FormatToolbar field={field} words={englishWriting.formats} />
      <textarea
        ref={field}
        aria-label="Text"
        value={text}
        disabled={isBusy}
        onChange={(event) => setText(event.target.value)}
      />
      <output>{text}</output>
    </>
  )
}

function open(isBusy = false) {
  render(<Sheet isBusy={isBusy} />)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  const selected = () => field.value.slice(field.selectionStart, field.selectionEnd)
  return { user: userEvent.setup(), field, selected }
}

test.for([
  ['Bold', '**one** two', 'one'],
  ['Italic', '*one* two', 'one'],
  ['Code', '`one` two', 'one'],
  ['Quote', '> one two', '> one two'],
  ['List', '- one two', '- one two'],
  ['Numbered list', '1. one two', '1. one two'],
  ['Link', '[one](https://) two', 'https://'],
] as const)(
  '%s writes its marks, which the field’s owner hears, and keeps the selection',
  async ([name, text, selection]) => {
    const { user, field, selected } = open()
    field.focus()
    field.setSelectionRange(0, 3)
    await user.click(screen.getByRole('button', { name }))
    expect(field).toHaveValue(text)
    expect(screen.getByRole('status')).toHaveTextContent(text)
    expect(field).toHaveFocus()
    expect(selected()).toBe(selection)

    await user.click(screen.getByRole('button', { name }))
    expect(field).toHaveValue('one two')
  },
)

test('the keys of the field write marks, and other keys do not', async () => {
  const { user, field } = open()
  field.focus()
  field.setSelectionRange(4, 7)
  await user.keyboard('{Control>}b{/Control}')
  expect(field).toHaveValue('one **two**')
  await user.keyboard('{Control>}i{/Control}')
  expect(field).toHaveValue('one ***two***')
  await user.keyboard('{Control>}b{/Control}{Control>}i{/Control}')
  expect(field).toHaveValue('one two')
  for (const held of [
    { altKey: true, ctrlKey: true },
    { shiftKey: true, ctrlKey: true },
    { metaKey: true },
    {},
  ])
    fireEvent.keyDown(field, { key: 'b', ...held })
  expect(field).toHaveValue('one two')
  await user.keyboard('{Control>}k{/Control}')
  expect(field).toHaveValue('one [two](https://)')
})

test('the toolbar is one stop for Tab, and arrow keys move within it', async () => {
  const { user, field } = open()
  const toolbar = screen.getByRole('toolbar', { name: 'Formatting' })
  await user.tab()
  expect(screen.getByRole('button', { name: 'Bold' })).toHaveFocus()
  await user.keyboard('{ArrowLeft}')
  expect(screen.getByRole('button', { name: 'Link' })).toHaveFocus()
  await user.keyboard('{Home}{ArrowRight}')
  expect(screen.getByRole('button', { name: 'Italic' })).toHaveFocus()
  await user.keyboard('{End}')
  expect(screen.getByRole('button', { name: 'Link' })).toHaveFocus()
  await user.tab()
  expect(field).toHaveFocus()
  await user.tab({ shift: true })
  expect(screen.getByRole('button', { name: 'Link' })).toHaveFocus()
  toolbar.dir = 'rtl'
  toolbar.style.direction = 'rtl'
  await user.keyboard('{ArrowRight}{Enter}')
  expect(field).toHaveValue('1. one two')
  expect(field).toHaveFocus()
})

test('where the browser lets scripts type, it is asked to, so that it can undo', async () => {
  const { user, field } = open()
  const typed: unknown[] = []
  const execCommand = vi.fn<(command: string, isShown: boolean, text?: string) => boolean>(
    (command, _, text) => {
      typed.push([command, text, field.selectionStart, field.selectionEnd])
      field.setRangeText(text ?? '', field.selectionStart, field.selectionEnd, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      return true
    },
  )
  Object.assign(document, { execCommand })
  onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'))
  field.focus()
  field.setSelectionRange(0, 3)
  await user.keyboard('{Control>}b{/Control}')
  expect(field).toHaveValue('**one** two')
  expect(screen.getByRole('status')).toHaveTextContent('**one** two')
  field.setSelectionRange(0, 0)
  await user.click(screen.getByRole('button', { name: 'Quote' }))
  await user.click(screen.getByRole('button', { name: 'Quote' }))
  expect(typed).toEqual([
    ['insertText', '**one**', 0, 3],
    ['insertText', '> ', 0, 0],
    ['delete', undefined, 0, 2],
  ])
})

test('a field that cannot be written in is left as it is', async () => {
  const { user, field } = open(true)
  await user.click(screen.getByRole('button', { name: 'Bold' }))
  expect(field).toHaveValue('one two')
})
