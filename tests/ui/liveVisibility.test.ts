import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLiveBackend } from '../support/liveBackend.ts'
import { openTab, settle, until } from '../support/liveTab.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})

afterEach(() => vi.useRealTimers())

describe('a tab that nobody looks at', () => {
  test('keeps its stream for five seconds, and is then quiet until it is looked at again', async () => {
    const backend = await openLiveBackend()
    const { life, told, isGapless, caughtUp } = openTab(backend)
    await until(() => backend.streams.size === 1)
    life.tell('hidden')
    await vi.advanceTimersByTimeAsync(4_999)
    await backend.post('Heard')
    await until(() => told().length === 1)
    await vi.advanceTimersByTimeAsync(1)
    await until(() => backend.streams.size === 0)
    await settle()
    expect(vi.getTimerCount()).toBe(0)
    await backend.post('Missed')
    await vi.advanceTimersByTimeAsync(3_600_000)
    backend.asked.length = 0
    life.tell('shown')
    await until(() => told().length === 2)
    await until(() => backend.streams.size === 1)
    expect(backend.asked).toEqual(['changes 1', 'events 2'])
    expect([isGapless(), caughtUp()]).toEqual([true, 1])
  })

  test('for a moment keeps its stream', async () => {
    const backend = await openLiveBackend()
    const { life } = openTab(backend)
    await until(() => backend.streams.size === 1)
    for (let times = 0; times < 5; times += 1) {
      life.tell('hidden')
      await vi.advanceTimersByTimeAsync(4_000)
      life.tell('shown')
      await vi.advanceTimersByTimeAsync(4_000)
    }
    expect(backend.asked).toEqual(['changes 0', 'events 0'])
  })

  test('and that was frozen meanwhile catches up when it is looked at again', async () => {
    const backend = await openLiveBackend()
    const { life } = openTab(backend)
    await until(() => backend.streams.size === 1)
    backend.asked.length = 0
    life.tell('hidden')
    vi.setSystemTime(Date.now() + 3_600_000)
    life.tell('shown')
    await until(() => backend.asked.length === 2)
    expect(backend.asked).toEqual(['changes 0', 'events 0'])
  })

  test('since it was left stops at once, and goes on when it is returned to', async () => {
    const backend = await openLiveBackend()
    const { life, told } = openTab(backend)
    await until(() => backend.streams.size === 1)
    life.tell('left')
    await until(() => backend.streams.size === 0)
    await backend.post('Missed')
    life.tell('shown')
    await until(() => told().length === 1 && backend.streams.size === 1)
  })

  test('from the start asks for nothing', async () => {
    const backend = await openLiveBackend()
    const { life } = openTab(backend, { visible: false })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(backend.asked).toEqual([])
    life.tell('shown')
    await until(() => backend.streams.size === 1)
  })
})
