import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLiveBackend } from '../support/liveBackend.ts'
import { openTab, settle, until } from '../support/liveTab.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})

afterEach(() => vi.useRealTimers())

describe('a tab that follows a discussion', () => {
  test('is given what had changed, and then each change as it comes', async () => {
    const backend = await openLiveBackend()
    await backend.post('Before')
    const { told, caughtUp, pages } = openTab(backend)
    await until(() => backend.streams.size === 1)
    expect([told(), caughtUp()]).toEqual([[1], 1])
    await backend.post('After')
    await until(() => pages.length === 2)
    expect([told(), caughtUp()]).toEqual([[1, 2], 1])
    expect(backend.asked).toEqual(['changes 0', 'events 1'])
  })

  test('is told to read anew where that is cheaper than three pages of changes, and follows all the same', async () => {
    const backend = await openLiveBackend()
    for (let count = 0; count < 350; count += 1) await backend.post(`Text ${count}`)
    const { pages, told, isGapless } = openTab(backend)
    await until(() => pages.length === 4)
    expect(pages.map(({ version, hasMore }) => [version, hasMore])).toEqual([
      [100, false],
      [200, false],
      [300, true],
      [350, false],
    ])
    expect([told().length, isGapless()]).toEqual([350, true])
    expect(backend.asked).toEqual(['changes 0', 'changes 100', 'changes 200', 'events 300'])
  })

  test('is told that the discussion was imported anew, and goes on from there', async () => {
    const backend = await openLiveBackend()
    await backend.post('Before')
    const { pages } = openTab(backend, { since: 1 })
    await until(() => backend.streams.size === 1)
    await backend.importAnew()
    await backend.post('Since')
    await until(() => pages.length === 1)
    await backend.post('After')
    await until(() => pages.length === 2)
    expect(pages.map(({ isReset, added }) => [isReset, added.length])).toEqual([
      [true, 0],
      [false, 1],
    ])
  })

  test.for(['streams', 'waits'])('that stops while it %s leaves nothing running', async (state) => {
    const backend = await openLiveBackend()
    if (state === 'waits') backend.refused.events = { code: 'unavailable' }
    const { stop, pages } = openTab(backend)
    await until(() => backend.asked.length === 2)
    await settle()
    await backend.post('Too late')
    expect([backend.streams.size, vi.getTimerCount() > 0]).toEqual([state === 'streams' ? 1 : 0, true])
    stop()
    await settle()
    expect([backend.streams.size, pages, vi.getTimerCount()]).toEqual([0, [], 0])
  })

  test('that stops as an answer comes is not given it', async () => {
    const backend = await openLiveBackend()
    await backend.post('Too late')
    const listChanges: typeof backend.api.listChanges = async (...asked) => {
      const page = await backend.api.listChanges(...asked)
      stop()
      return page
    }
    const { stop, pages, caughtUp } = openTab({ api: { ...backend.api, listChanges } })
    await until(() => backend.asked.length === 1)
    await settle()
    expect([pages, caughtUp()]).toEqual([[], 0])
  })
})

describe('a stream that is cut', () => {
  test('is taken up again after a second, without a gap and without anything told twice', async () => {
    const backend = await openLiveBackend()
    const { told, isGapless } = openTab(backend)
    await until(() => backend.streams.size === 1)
    for (let cuts = 0; cuts < 5; cuts += 1) {
      await backend.post(`Heard ${cuts}`)
      await until(() => told().length === 2 * cuts + 1)
      backend.cut()
      await backend.post(`Missed ${cuts}`)
      await settle()
      await vi.advanceTimersByTimeAsync(999)
      expect(backend.streams.size).toBe(0)
      await vi.advanceTimersByTimeAsync(1)
      await until(() => told().length === 2 * cuts + 2)
    }
    expect(told()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(isGapless()).toBe(true)
    expect(backend.asked).toEqual(['changes 0', ...[0, 1, 3, 5, 7, 9].map((since) => `events ${since}`)])
  })

  test('three times in a row is done without: changes are asked for, and a stream is tried every two minutes', async () => {
    const backend = await openLiveBackend()
    backend.refused.events = { code: 'unavailable' }
    const { told } = openTab(backend)
    await until(() => backend.asked.length === 2)
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(2_000)
    await until(() => backend.asked.length === 5)
    expect(backend.asked.splice(0)).toEqual(['changes 0', 'events 0', 'events 0', 'events 0', 'changes 0'])
    await backend.post('Polled for')
    await vi.advanceTimersByTimeAsync(20_000)
    await until(() => told().length === 1)
    await vi.advanceTimersByTimeAsync(100_000)
    await until(() => backend.asked.length === 7)
    expect(backend.asked.splice(0)).toEqual([
      'changes 0',
      ...Array.from({ length: 4 }, () => 'changes 1'),
      'events 1',
      'changes 1',
    ])
    backend.refused.events = null
    await vi.advanceTimersByTimeAsync(120_000)
    await until(() => backend.streams.size === 1)
    await backend.post('Streamed')
    await until(() => told().length === 2)
    expect(backend.asked.at(-1)).toBe('events 1')
  })

  test('and is one too many for its backend is done without at once: changes are asked for meanwhile', async () => {
    const backend = await openLiveBackend()
    backend.refused.events = { code: 'rate-limited', retryAfter: 60 }
    const { told } = openTab(backend)
    await until(() => backend.asked.length === 3)
    expect(backend.asked).toEqual(['changes 0', 'events 0', 'changes 0'])
    await backend.post('Polled for')
    await settle()
    await vi.advanceTimersByTimeAsync(20_000)
    await until(() => told().length === 1)
    backend.refused.events = null
    await vi.advanceTimersByTimeAsync(100_000)
    await until(() => backend.streams.size === 1)
    expect(backend.asked.filter((asked) => asked.startsWith('events'))).toEqual(['events 0', 'events 1'])
  })

  test('again and again, though it stands for a while each time, is not done without', async () => {
    const backend = await openLiveBackend()
    openTab(backend)
    for (let times = 0; times < 6; times += 1) {
      await until(() => backend.streams.size === 1)
      await settle()
      await vi.advanceTimersByTimeAsync(10_000)
      backend.cut()
      await settle()
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(backend.asked).toEqual(['changes 0', ...Array.from({ length: 7 }, () => 'events 0')])
  })
})

describe('a backend that refuses', () => {
  test('is asked again when it says so', async () => {
    const backend = await openLiveBackend()
    backend.refused.changes = { code: 'rate-limited', retryAfter: 45 }
    const { told } = openTab(backend)
    await until(() => backend.asked.length === 1)
    await settle()
    backend.refused.changes = null
    await backend.post('Hello')
    await vi.advanceTimersByTimeAsync(44_999)
    expect(backend.asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    await until(() => told().length === 1)
  })

  test('is asked less and less often, and at once when the device is online again', async () => {
    const backend = await openLiveBackend()
    backend.refused.changes = { code: 'unavailable' }
    const { life } = openTab(backend)
    const waits = []
    for (let failures = 1; failures <= 6; failures += 1) {
      await until(() => backend.asked.length === failures)
      await settle()
      const before = Date.now()
      await vi.advanceTimersToNextTimerAsync()
      waits.push(Date.now() - before)
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
    await until(() => backend.asked.length === 7)
    await settle()
    life.tell('online')
    await until(() => backend.asked.length === 8)
  })

  test.for(['changes', 'events'] as const)(
    'to know the discussion, when asked for %s, is asked no more',
    async (kind) => {
      const backend = await openLiveBackend()
      backend.refused[kind] = { code: 'not-found', resource: 'discussion' }
      const { life } = openTab(backend)
      await until(() => backend.asked.length === (kind === 'changes' ? 1 : 2))
      await settle()
      backend.asked.length = 0
      for (const event of ['online', 'hidden', 'left', 'shown'] as const) life.tell(event)
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect([backend.asked, vi.getTimerCount()]).toEqual([[], 0])
    },
  )
})
