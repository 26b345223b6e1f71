import { afterEach, expect, test, vi } from 'vitest'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { noteBeginning, noteFilled, signsToSend } from '../../src/ui/composer/signs.ts'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'

const discussionId = 'a' as DiscussionId
const place = { discussionId, form: 'form-new' }
const DAY = 24 * 60 * 60_000
const OPENED = Date.UTC(2026, 0, 1)

/** The device of somebody who has opened the page at that time; with `kept`, once more. */
function openedAt(time: number, kept = new Map<string, string>()) {
  vi.stubGlobal('performance', { timeOrigin: time })
  return { kept, device: createDeviceStorage(() => storageOver(kept)) }
}
afterEach(() => void vi.unstubAllGlobals())

test('a text was written for as long as the page was there', () => {
  const { device } = openedAt(OPENED)
  noteBeginning(device, place, OPENED + 5_000)
  expect(sent(device, OPENED + 6_000.4)).toEqual({ emptyField: '', writingTime: 6_000 })
})

test('a text that was begun before the page was loaded anew was written since then, whenever it is sent', () => {
  const { device, kept } = openedAt(OPENED)
  noteBeginning(device, place, OPENED)
  const { device: again } = openedAt(OPENED + 60_000, kept)
  noteBeginning(again, place, OPENED + 60_100)
  expect(sent(again, OPENED + 60_200)).toEqual({ emptyField: '', writingTime: 60_200 })
  // As it waits for the network, and is sent by a page of later.
  const { device: later } = openedAt(OPENED + DAY, kept)
  expect(sent(later, OPENED + 60_200)).toEqual({ emptyField: '', writingTime: 60_200 })
})

test('what stands in the field that nobody sees is sent as it is then', () => {
  const { device } = openedAt(OPENED)
  noteFilled(device, place, 'https://a.example')
  expect(sent(device, OPENED + 9_000)).toEqual({ emptyField: 'https://a.example', writingTime: 9_000 })
  noteFilled(device, place, '')
  expect(sent(device, OPENED + 9_000).emptyField).toBe('')
})

test('of another composer nothing is known, nor how long it took where the clock was set back, nor what is broken', () => {
  const { device } = openedAt(OPENED)
  noteBeginning(device, place, OPENED)
  const reply = { discussionId, target: 'c1' as never, queuedAt: OPENED + 9_000 }
  expect(signsToSend(device, reply)).toEqual({})
  expect(sent(device, OPENED - 1)).toEqual({ emptyField: '' })
  for (const [name] of [['signs:a:form-new']]) device.write(name ?? '', '{"since":"long ago"}')
  expect(sent(device, OPENED + 9_000)).toEqual({})
})

test('what nobody needs any more goes with the next composer', () => {
  const { device } = openedAt(OPENED)
  noteBeginning(device, place, OPENED)
  noteBeginning(device, { ...place, form: 'form-c1' }, OPENED + 31 * DAY)
  expect(device.list('signs:')).toEqual(['signs:a:form-c1'])
})

function sent(device: Parameters<typeof signsToSend>[0], queuedAt: number) {
  return signsToSend(device, { discussionId, target: 'new', queuedAt })
}

function storageOver(kept: Map<string, string>): Storage {
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  return new Proxy(storage as Storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}
