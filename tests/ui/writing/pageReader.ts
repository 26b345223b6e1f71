import { fireEvent } from '@testing-library/react'
import type { PageTab } from './pageTab.tsx'

/**
 * The composers of a story: for a new comment, for replies to three comments, and for an edit of an own one. Those for `Hapa`
 * and the edit stand in the thread by Pete, that for `Kim` in the one by George.
 */
export const BOXES = ['new', 'Pete', 'Hapa', 'Kim', 'edit'] as const
export type Box = (typeof BOXES)[number]

const THREAD_OF: Partial<Record<Box, string>> = { Hapa: 'Pete', Kim: 'George', edit: 'Pete' }

/** The elements that have a role by themselves, as the page has no others of it. */
const ELEMENTS = { button: 'button', form: 'form', combobox: 'select', article: 'article' } as const
type Role = keyof typeof ELEMENTS
type Name = string | RegExp

/** Somebody at a tab, who goes by roles and names. Of what is asked for and not there, nothing is done. */
export function createReader({ root }: PageTab, ownId: string) {
  const find = (role: Role, name: Name, scope: Element = root) =>
    elements(scope, ELEMENTS[role]).find((each) => isCalled(each, name)) ?? null
  const own = () => elements(root, 'article').find(({ id }) => id === `comment-${ownId}`) ?? null
  const form = (box: Box) => find('form', formName(box))
  const field = (box: Box): HTMLTextAreaElement | null =>
    form(box)?.getElementsByTagName('textarea')[0] ?? null

  function click(name: Name, scope: Element | null = root): boolean {
    const button = scope && find('button', name, scope)
    if (button) fireEvent.click(button)
    return button !== null
  }

  function demand(name: Name, scope: Element | null = root): void {
    if (!click(name, scope)) throw new Error(`There is no button "${name}".`)
  }

  return {
    find,
    click,
    demand,
    form,
    field,
    /** What stands in a composer; `null` where it is not on the page. */
    text: (box: Box) => field(box)?.value ?? null,
    alert: (box: Box) => alertIn(form(box)),
    own,
    /** All comments that are on the page, and what is on its way. */
    comments: () =>
      elements(root, 'article')
        .map(({ textContent }) => textContent)
        .join(),
    sortBy(order: string) {
      const select = find('combobox', 'Sort by')
      if (select) fireEvent.change(select, { target: { value: order } })
    },
    /** What is found is there as soon as that is asked for. */
    search(words: string) {
      const field = elements(root, 'input').find(({ type }) => type === 'search')
      if (!field) throw new Error('There is no search field.')
      field.focus()
      field.value = words
      fireEvent.input(field)
    },
    results: () => elements(root, 'section').find((each) => isCalled(each, 'Search results')) ?? null,
    unfold(box: Box) {
      const thread = THREAD_OF[box]
      if (thread) click(new RegExp(`^Expand thread by ${thread},`))
    },
    isFolded: (box: Box) => isHidden(field(box)),
    open(box: Box) {
      if (form(box) || box === 'new') return
      if (box !== 'edit') return demand(`Reply to ${box}`)
      const comment = own()
      const more = comment && find('button', 'More actions for the comment by Ada', comment)
      if (more?.getAttribute('aria-expanded') === 'false') fireEvent.click(more)
    },
    /** The menu of the own comment is loaded when it is opened. */
    edit: () => form('edit') === null && demand('Edit', own()),
    /** What helps to write is there for who was in the field. */
    touch(box: Box) {
      const element = field(box)
      if (element) fireEvent.keyDown(element, { key: 'a' })
    },
    write(box: Box, text: string) {
      const element = field(box)
      if (!element) throw new Error(`The composer "${box}" is not there.`)
      fireEvent.keyDown(element, { key: 'a' })
      fireEvent.change(element, { target: { value: text } })
    },
    send(box: Box, isTwice: boolean) {
      const newer = find('button', 'Save my text in its place', form(box) ?? undefined)
      const button = newer ?? find('button', SUBMIT[box] ?? 'Post reply', form(box) ?? undefined)
      if (!button) throw new Error(`The composer "${box}" cannot be sent.`)
      fireEvent.click(button)
      if (isTwice && button.isConnected) fireEvent.click(button)
    },
  }
}

const SUBMIT: Partial<Record<Box, Name>> = { new: 'Post comment', edit: /^Sav/ }

function formName(box: Box): string {
  return box === 'new' ? 'Post a comment' : box === 'edit' ? 'Edit your comment' : `Reply to ${box}`
}

function elements<Tag extends keyof HTMLElementTagNameMap>(scope: Element, tag: Tag) {
  return [...scope.getElementsByTagName(tag)]
}

function alertIn(form: Element | null): string | null {
  const alert = form && elements(form, 'div').find((each) => each.getAttribute('role') === 'alert')
  return alert?.textContent ?? null
}

function isHidden(element: Element | null): boolean {
  return element !== null && (element.hasAttribute('hidden') || isHidden(element.parentElement))
}

/** Whether it has that accessible name, by the ways in which the page gives one. */
function isCalled(element: HTMLElement, name: Name): boolean {
  const label = element.getAttribute('aria-label') ?? labelOf(element) ?? element.textContent
  return typeof name === 'string' ? label === name : name.test(label)
}

function labelOf(element: HTMLElement): string | undefined {
  if (element instanceof HTMLSelectElement) return element.parentElement?.firstChild?.textContent ?? undefined
  const id = element.getAttribute('aria-labelledby')
  return id === null ? undefined : elements(element, 'h3').find((each) => each.id === id)?.textContent
}
