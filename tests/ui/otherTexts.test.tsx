import { act, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createBrowserStorage } from '../support/browserStorage.ts'
import { startBackend } from '../support/openDiscussion.tsx'
import { closeDiscussion, openTab, postByBrook, type Backend } from '../support/outboxTabs.ts'
import type { WritingTab } from '../support/openWritingTab.tsx'
import { createBrowser } from '../support/writingBrowser.ts'

/** Two tabs, in which "There" and then "Here" were written at the same time, into what `find` gives; both have heard of it. */
async function openBesideAnother(
  find = ({ field }: WritingTab): Promise<HTMLElement> => Promise.resolve(field()),
  given?: Backend,
) {
  const browser = { ...createBrowser(), storage: createBrowserStorage('copied') }
  const { tab: other, backend } = await openTab({ backend: given ?? (await startBackend()), browser })
  const { tab } = await openTab({ backend, browser })
  await other.user.type(await find(other), 'There')
  await tab.user.type(await find(tab), 'Here')
  const deliver = () => act(async () => browser.storage.deliverAll())
  await deliver()
  await tab.screen.findByDisplayValue('There')
  return { backend, browser, tab, other, deliver }
}

test.for([
  ['Leave it out', 'Here'],
  ['Add it to my text', 'Here\n\nThere'],
])(
  'what another tab wrote is announced, and "%s" leads back to the text',
  async ([button = '', text = '']) => {
    const { tab } = await openBesideAnother()
    await expect
      .poll(() => tab.screen.getByRole('status').textContent)
      .toMatch(/^This was written here in another tab/)
    act(() => tab.screen.getByRole('button', { name: button }).focus())
    await tab.user.keyboard('{Enter}')
    expect(tab.field()).toHaveFocus()
    expect(tab.field()).toHaveValue(text)
    expect(tab.field().selectionEnd).toBe(text.length)
  },
)

test.for([
  ['Add it to my text', true],
  ['Post comment', false],
] as const)(
  'where another tab makes an offer go, focus on "%s" goes to the text: %s',
  async ([button, isMoved]) => {
    const { tab, other, deliver } = await openBesideAnother()
    const focused = tab.screen.getByRole('button', { name: button })
    act(() => focused.focus())
    other.screen.getByRole('button', { name: 'Leave it out' }).click()
    await deliver()
    expect(tab.screen.queryByDisplayValue('There')).toBeNull()
    expect(isMoved ? tab.field() : focused).toHaveFocus()
  },
)

test('what another tab wrote goes along when a reply is made a comment of its own', async () => {
  const backend = await startBackend()
  const { remove } = await postByBrook(backend)
  const { tab, other } = await openBesideAnother(replyTo('Brook'), backend)
  other.close()
  await remove()
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Make it a comment of its own' }))
  expect(tab.field()).toHaveValue('Here')
  await tab.user.click(within(tab.field().form!).getByRole('button', { name: 'Add it to my text' }))
  expect(tab.field()).toHaveValue('Here\n\nThere')
})

test('a reply of which only what another tab wrote is left is unfinished, and says so', async () => {
  const { tab, other, backend, browser } = await openBesideAnother(replyTo('wjm'))
  other.close()
  await tab.user.clear(tab.screen.getByDisplayValue('Here'))
  tab.close()
  const { tab: again } = await openTab({ backend, browser })
  expect(await again.screen.findByRole('button', { name: 'You have 1 unfinished reply here' })).toBeVisible()
  expect(again.screen.getByRole('button', { name: /^Reply to wjm/ })).toHaveAccessibleDescription(/draft/)
})

test('where the discussion was closed meanwhile, what was begun in either tab can be read', async () => {
  const { tab, other, backend, browser } = await openBesideAnother()
  for (const each of [other, tab]) each.close()
  await closeDiscussion(backend)
  const { tab: again } = await openTab({ backend, browser })
  expect(await again.screen.findByRole('textbox', { name: 'Comment' })).toHaveValue('Here\n\nThere')
})

/** Opens a reply, and gives its field. Two pages in one document have the same ids, so that names are those of the first. */
function replyTo(name: string) {
  return async ({ user, screen }: WritingTab): Promise<HTMLElement> => {
    await user.click(await screen.findByRole('button', { name: `Reply to ${name}` }))
    const form = screen.getByRole('button', { name: 'Post reply' }).closest('form')
    return within(form!).getAllByRole('textbox').at(-1)!
  }
}
