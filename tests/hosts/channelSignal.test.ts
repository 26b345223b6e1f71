import { expect, test } from 'vitest'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { createChannelSignal } from '../../src/hosts/browser/channelSignal.ts'

const id = 'a' as DiscussionId
const other = 'b' as DiscussionId

test('a change is told in its own tab at once and once, and in the others', async () => {
  const [here, there] = twoTabs()
  const heard: string[] = []
  const stopHere = here.listen(id, () => heard.push('here'))
  const told = new Promise<void>((resolve) => {
    const stopOther = there.listen(other, () => heard.push('of another discussion'))
    const stop = there.listen(id, () => {
      heard.push('there')
      stop()
      stopOther()
      resolve()
    })
  })
  here.send(id)
  expect(heard).toEqual(['here'])
  await told
  expect(heard).toEqual(['here', 'there'])
  stopHere()
})

test('a tab in which nobody listens tells the others all the same', async () => {
  const [here, there] = twoTabs()
  const told = new Promise<void>((resolve) => {
    const stop = there.listen(id, () => {
      stop()
      resolve()
    })
  })
  here.send(id)
  await told
})

test('the channel is open only while somebody listens', () => {
  const open = new Set<BroadcastChannel>()
  const signal = createChannelSignal(() => {
    const channel = new BroadcastChannel('counted')
    const close = channel.close.bind(channel)
    open.add(channel)
    return Object.assign(channel, { close: () => (open.delete(channel), close()) })
  })
  const stops = [signal.listen(id, () => undefined), signal.listen(id, () => undefined)]
  signal.send(id)
  expect(open.size).toBe(1)
  stops[0]?.()
  stops[0]?.()
  expect(open.size).toBe(1)
  stops[1]?.()
  expect(open.size).toBe(0)
  signal.send(id)
  expect(open.size).toBe(0)
})

test.each([
  [
    'cannot be opened',
    () => {
      throw new DOMException('Blocked', 'SecurityError')
    },
  ],
  [
    'says nothing',
    () => ({
      addEventListener: () => undefined,
      postMessage: () => {
        throw new DOMException('Closed', 'InvalidStateError')
      },
      close: () => undefined,
    }),
  ],
])('where the channel %s, the own tab is told', (_, open) => {
  const signal = createChannelSignal(open)
  const heard: number[] = []
  const stop = signal.listen(id, () => heard.push(1))
  signal.send(id)
  stop()
  signal.send(id)
  expect(heard).toEqual([1])
})

function twoTabs() {
  const open = () => new BroadcastChannel('tabs')
  return [createChannelSignal(open), createChannelSignal(open)] as const
}
