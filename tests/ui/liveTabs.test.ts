import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLiveBackend } from '../support/liveBackend.ts'
import { createBrowser, openTab, settle, until } from '../support/liveTab.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})

afterEach(() => vi.useRealTimers())

test('of three tabs one streams, and all are given each change once', async () => {
  const { backend, tabs } = await openTabs(3)
  for (let count = 1; count <= 5; count += 1) await backend.post(`Text ${count}`)
  await until(() => tabs.every(({ told }) => told().length === 5))
  expect(backend.streams.size).toBe(1)
  expect(backend.asked.toSorted()).toEqual(['changes 0', 'changes 0', 'changes 0', 'events 0'])
  for (const { told, isGapless } of tabs) expect([told(), isGapless()]).toEqual([[1, 2, 3, 4, 5], true])
})

test.for(['hidden', 'left', 'stopped'] as const)(
  'when the tab that streams is %s, the next one takes over, and nothing is missed or told twice',
  async (how) => {
    const { backend, browser, tabs } = await openTabs(3)
    const [first, second, third] = tabs
    await backend.post('Told by the first')
    await until(() => tabs.every(({ told }) => told().length === 1))
    if (how === 'stopped') first.stop()
    else first.life.tell(how)
    if (how === 'hidden') await vi.advanceTimersByTimeAsync(5_000)
    await backend.post('While the stream changes hands')
    await until(() => second.told().length === 2 && third.told().length === 2)
    await backend.post('Told by the second')
    await until(() => second.told().length === 3 && third.told().length === 3)
    expect([backend.streams.size, browser.joined()]).toEqual([1, 2])
    expect([first.told(), second.told(), third.told()]).toEqual([[1], [1, 2, 3], [1, 2, 3]])
    expect(backend.asked.filter((asked) => asked.startsWith('changes'))).toHaveLength(3)
    if (how === 'stopped') return
    first.life.tell('shown')
    await until(() => first.told().length === 3)
    await backend.post('Told to the first')
    await until(() => tabs.every(({ told }) => told().length === 4))
    expect([backend.streams.size, first.isGapless()]).toEqual([1, true])
  },
)

test('a tab that missed something asks for it itself', async () => {
  const { backend, browser, tabs } = await openTabs(2)
  const [first, second] = tabs
  browser.network.lose = true
  await backend.post('Lost')
  await until(() => first.told().length === 1)
  browser.network.lose = false
  await backend.post('Told')
  await until(() => second.told().length === 2)
  expect([second.told(), second.isGapless()]).toEqual([[1, 2], true])
  expect(backend.asked.at(-1)).toBe('changes 0')
})

test('a tab tells the others what it polls for, too', async () => {
  const { backend, tabs } = await openTabs(2)
  backend.refused.events = { code: 'unavailable' }
  backend.cut()
  await settle()
  for (const wait of [1_000, 2_000, 4_000, 20_000]) {
    await vi.advanceTimersByTimeAsync(wait)
    await settle()
  }
  await backend.post('Polled for')
  backend.asked.length = 0
  await vi.advanceTimersByTimeAsync(20_000)
  await until(() => tabs.every(({ told }) => told().length === 1))
  expect(backend.asked).toEqual(['changes 0'])
})

test('what is no page of changes is passed over', async () => {
  const { backend, browser, tabs } = await openTabs(2)
  for (const message of [null, 'hello', { since: 0, version: 9 }, { version: 'x' }]) browser.tell(message)
  await settle()
  await backend.post('Hello')
  await until(() => tabs.every(({ told }) => told().length === 1))
  expect(tabs.map(({ pages }) => pages.length)).toEqual([1, 1])
})

/** Tabs of one browser, of which the first streams and the others wait. */
async function openTabs(count: number) {
  const backend = await openLiveBackend()
  const browser = createBrowser()
  const first = openTab(backend, { tabs: browser.open() })
  await until(() => backend.streams.size === 1)
  const others = Array.from({ length: count - 1 }, () => openTab(backend, { tabs: browser.open() }))
  await until(() => others.every(({ caughtUp }) => caughtUp() === 1))
  await settle()
  const [second = first, third = first] = others
  return { backend, browser, tabs: [first, second, third].slice(0, count) as [Tab, Tab, Tab] }
}

type Tab = ReturnType<typeof openTab>
