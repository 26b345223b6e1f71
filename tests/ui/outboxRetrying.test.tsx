import { expect, test, vi } from 'vitest'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import {
  TIMEOUT_MS,
  openTab,
  holdTime,
  pass,
  posted,
  isPost,
  isWriting,
  refuse,
  goOn,
} from '../support/outboxTabs.ts'

test('five time-outs after the backend has kept a comment lead to one comment, under one key', async () => {
  const { tab, backend } = await openTab({ timeoutMs: TIMEOUT_MS })
  const keys = new Set<string | null>()
  const timeouts: string[] = []
  backend.faults.after = (request, answer) => {
    if (isPost(request)) keys.add(request.headers.get('Idempotency-Key'))
    if (!isWriting(request) || timeouts.length === 5) return answer
    timeouts.push(request.method)
    return new Promise(() => {})
  }
  await tab.send('Five times.')
  while (timeouts.length < 5) {
    expect(await tab.screen.findByRole('alert')).toHaveTextContent('Not posted, as far as can be told.')
    expect(tab.field()).toHaveValue('Five times.')
    const before = timeouts.length
    await tab.user.click(tab.screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => timeouts.length).toBeGreaterThan(before)
  }
  await expect.poll(() => tab.screen.getByRole('status').textContent).toBe('Comment posted')
  expect(tab.field()).toHaveValue('')
  expect(await posted(backend)).toEqual(['Five times.'])
  expect(keys.size).toBe(1)
})

test('a backend that asks for a while is left alone for that while, and then asked again', async () => {
  holdTime()
  const { tab, backend } = await openTab()
  const posts = countPosts(backend, (count) =>
    count === 1 ? problemAnswer({ code: 'rate-limited', retryAfter: 90 }) : undefined,
  )
  await tab.send('Patiently.')
  expect(await tab.screen.findByRole('alert')).toHaveTextContent('It is tried again by itself.')
  await pass(80_000)
  expect(posts()).toBe(1)
  await pass(11_000)
  await expect.poll(() => posted(backend)).toEqual(['Patiently.'])
  await expect.poll(() => tab.field().value).toBe('')
})

test('what could not be posted is tried again by itself, later and later', async () => {
  holdTime()
  const { tab, backend } = await openTab()
  const posts = countPosts(backend, refuse)
  await tab.send('Still there.')
  await tab.screen.findByRole('alert')
  const early = posts()
  await pass(30_000)
  const soon = posts() - early
  await pass(30_000)
  expect(soon).toBeGreaterThan(posts() - early - soon)
  delete backend.faults.before
  await pass(31_000)
  await expect.poll(() => posted(backend)).toEqual(['Still there.'])
  await expect.poll(() => tab.field().value).toBe('')
})

test('while its writer changes a text, it is not tried again, and nothing else is done for it either', async () => {
  holdTime()
  const { tab, backend } = await openTab()
  let requests = 0
  backend.faults.before = (request) => {
    if (!isWriting(request)) return
    requests += 1
    refuse()
  }
  await tab.send('One')
  await tab.screen.findByRole('alert')
  await goOn(tab, ' and two')
  const before = requests
  await pass(5_000)
  const looks = vi.spyOn(tab.device, 'list')
  await pass(5_000)
  expect(requests).toBe(before)
  expect(looks.mock.calls.length).toBeLessThan(100)
  expect(tab.field()).toHaveValue('One and two')
})

test('a text that came back and was discarded is not sent, unless the discarding is undone', async () => {
  holdTime()
  const { tab, backend } = await openTab()
  backend.faults.before = (request) => (isWriting(request) ? refuse() : undefined)
  await tab.send('Never mind.')
  await tab.screen.findByRole('alert')
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Discard' }))
  expect(tab.field()).toHaveValue('')
  delete backend.faults.before
  await pass(7_000)
  expect(await posted(backend)).toEqual([])
  await tab.user.click(tab.screen.getByRole('button', { name: 'Undo' }))
  expect(tab.field()).toHaveValue('Never mind.')
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => posted(backend)).toEqual(['Never mind.'])
})

test('what was discarded can be had back for eight seconds, and no longer', async () => {
  holdTime()
  const { tab } = await openTab()
  await tab.user.type(tab.field(), 'A thought')
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Discard' }))
  expect(document.activeElement).toBe(tab.field())
  await pass(7_500)
  expect(tab.screen.getByRole('button', { name: 'Undo' })).toBeVisible()
  await pass(1_000)
  expect(tab.screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test.for([
  ['before the backend has it', 'before'],
  ['after the backend has kept it', 'after'],
] as const)(
  'a page that ends %s goes on when it is opened again, and it is posted once',
  async ([, when]) => {
    const { tab, backend, browser } = await openTab()
    let posts = 0
    const hang = <Answer,>(request: Request, answer: Answer) => {
      if (isPost(request)) posts += 1
      return isPost(request) && posts === 1 ? new Promise<never>(() => {}) : answer
    }
    if (when === 'before') backend.faults.before = (request) => hang(request, undefined)
    else backend.faults.after = hang
    await tab.send('Across a reload.')
    await expect.poll(() => posts).toBe(1)
    tab.close()
    const { tab: again } = await openTab({ backend, browser })
    await expect.poll(() => posted(backend)).toEqual(['Across a reload.'])
    await expect.poll(() => again.screen.getAllByText('Across a reload.')).toHaveLength(1)
    await expect.poll(() => again.screen.queryByText(/Sending/)).toBeNull()
    expect(again.field()).toHaveValue('')
    expect(posts).toBe(when === 'before' ? 2 : 1)
  },
)

/** Answers each post as it is said for the first, the second …, where it is; gives how many there were. */
function countPosts(
  { faults }: Awaited<ReturnType<typeof openTab>>['backend'],
  answer: (count: number) => Response | undefined,
): () => number {
  let posts = 0
  faults.before = (request) => {
    if (!isPost(request)) return undefined
    posts += 1
    return answer(posts)
  }
  return () => posts
}
