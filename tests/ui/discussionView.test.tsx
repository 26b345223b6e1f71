import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Order } from '../../src/domain/order.ts'
import { DiscussionView } from '../../src/ui/discussion/DiscussionView.tsx'
import { tellSelections } from '../support/composedSelection.ts'
import { loadOnDemand } from '../support/loadOnDemand.ts'
import { startBackend } from '../support/openDiscussion.tsx'
import { renderAmbient } from '../support/renderAmbient.tsx'

/** A discussion by itself, as where it is given, and whoever gives it may give it anew: another order, and other depths. */
async function openView(given: { initialOrder?: Order; maxDepth?: number }, later = given) {
  await loadOnDemand()
  const { carrier, transcript, api } = await startBackend()
  const discussionId = transcript.discussion!.id
  function Given() {
    const [isLater, setLater] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setLater(true)}>
          Give it anew
        </button>
        <DiscussionView discussionId={discussionId} {...(isLater ? later : given)} />
      </>
    )
  }
  const network = { isOnline: () => true, subscribe: () => () => {} }
  renderAmbient({ carrier, network, stored: localStorage }, <Given />)
  await screen.findByRole('heading', { name: /response/i })
  const findDepth = async (body: RegExp) => {
    const { comments } = await api.listComments({ discussionId, order: 'newest' })
    return comments.find((comment) => body.test(comment.body))?.depth
  }
  return { user: userEvent.setup(), findDepth }
}

const firstThread = () => screen.getAllByRole('article', { name: /^Comment by/ })[0]
const parentOf = (name: string) =>
  screen.getByRole('article', { name }).closest('ol')?.closest('li')?.querySelector('article')
const isFlat = (name: string) => screen.getByRole('article', { name }).closest('[data-flat]') !== null

test('a discussion begins with the order that it is given, and goes to a later one as if that had been chosen', async () => {
  const { user } = await openView({ initialOrder: 'oldest' }, { initialOrder: 'replies' })
  const order = screen.getByRole('combobox', { name: 'Sort by' })
  expect(order).toHaveValue('oldest')
  expect(firstThread()).toHaveAccessibleName('Comment by cmaenergy')
  await screen.findByRole('button', { name: 'People and activity' })
  expect(screen.getByRole('status').textContent).toBe('')
  await user.click(screen.getByRole('button', { name: 'Give it anew' }))
  expect(order).toHaveValue('replies')
  await expect.poll(firstThread).toHaveAccessibleName('Comment by StanCalif')
  await expect.poll(() => screen.getByRole('status').textContent).toMatch('Most replies')
})

test('what the reader chooses stays while the order that was given first is the same', async () => {
  const { user } = await openView({ initialOrder: 'oldest' }, { initialOrder: 'oldest', maxDepth: 2 })
  const order = screen.getByRole('combobox', { name: 'Sort by' })
  await user.selectOptions(order, 'Newest first')
  await user.click(screen.getByRole('button', { name: 'Give it anew' }))
  expect(order).toHaveValue('newest')
})

test.for([
  ['at', 'Hapa', '@Hapa, '],
  ['below', 'Pete to Hapa', '@Pete, '],
] as const)(
  'an answer to a comment %s the depth that is given stands at that depth, addressed to the person',
  async ([, to, beginning]) => {
    const { user, findDepth } = await openView({ maxDepth: 2 })
    const item = screen.getByRole('article', { name: new RegExp(`^Reply by ${to}`) })
    await user.click(within(item).getByRole('button', { name: /^Reply to/ }))
    const text = screen.getByRole('textbox', { name: 'Your reply' })
    expect(text).toHaveValue(beginning)
    await user.type(text, 'I see it differently.')
    await user.type(screen.getAllByRole('textbox', { name: 'Name' }).at(-1)!, 'Ada')
    await user.click(screen.getByRole('button', { name: 'Post reply' }))
    const name = 'Reply by Ada to john smith'
    await expect.poll(() => screen.getByRole('article', { name }).id).toMatch(/^comment-/)
    expect(parentOf(name)).toHaveAccessibleName('Comment by john smith')
    expect(await findDepth(/I see it differently/)).toBe(2)
  },
)

test('a quotation of a comment below the depth that is given begins an answer at that depth', async () => {
  const { user } = await openView({ maxDepth: 1 })
  tellSelections('of-document')(
    screen.getByRole('article', { name: 'Reply by Pete to Hapa' }).querySelector('p')!,
  )
  await user.click(await screen.findByRole('button', { name: 'Quote in a reply to Pete' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' }).value).toMatch(
    /\n\n@Pete, $/,
  )
})

test('comments below the depth that is given are shown, and step in no further; without one they do', async () => {
  const { user } = await openView({ maxDepth: 2 }, {})
  const deep = 'Reply by Pete to Hapa'
  expect(within(screen.getByRole('region', { name: 'Discussion' })).getAllByRole('article')).toHaveLength(25)
  expect(parentOf(deep)).toHaveAccessibleName('Reply by Hapa to john smith')
  expect([isFlat('Reply by Hapa to john smith'), isFlat(deep)]).toEqual([false, true])
  await user.click(screen.getByRole('button', { name: 'Give it anew' }))
  expect(isFlat(deep)).toBe(false)
})
