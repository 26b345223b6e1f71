import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { networkFirst } from '../../src/hosts/worker/networkFirst.ts'

const PATIENCE_MS = 3_000
const kept = async () => new Response('kept')
const nothing = async () => undefined
const never = new Promise<Response>(() => undefined)

beforeEach(() => vi.useFakeTimers())

afterEach(() => void vi.useRealTimers())

async function textOf(answer: Promise<Response>): Promise<string> {
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  return (await answer).text()
}

test.for([
  ['the network, where it answers', Promise.resolve(new Response('new')), kept, 'new'],
  ['a refusal of the network', Promise.resolve(new Response('gone', { status: 404 })), kept, 'gone'],
  ['what is kept, where a server fails', Promise.resolve(new Response('bad', { status: 502 })), kept, 'kept'],
  [
    'the failure of a server, where nothing is kept',
    Promise.resolve(new Response('bad', { status: 502 })),
    nothing,
    'bad',
  ],
  ['what is kept, where the network says nothing for too long', never, kept, 'kept'],
] as const)('gives %s', async ([, network, find, text]) => {
  expect(await textOf(networkFirst(network, PATIENCE_MS, find))).toBe(text)
})

test('gives what is kept, where the network fails, and its failure where nothing is', async () => {
  const failing = () => Promise.reject<Response>(new TypeError('Failed to fetch'))
  expect(await textOf(networkFirst(failing(), PATIENCE_MS, kept))).toBe('kept')
  await expect(networkFirst(failing(), PATIENCE_MS, nothing)).rejects.toThrow('Failed to fetch')
})

test('waits for the network after all, where what is kept cannot be had', async () => {
  let settle: (response: Response) => void = () => undefined
  const late = new Promise<Response>((resolve) => {
    settle = resolve
  })
  const answer = networkFirst(late, PATIENCE_MS, () => Promise.reject(new Error('No storage')))
  await vi.advanceTimersByTimeAsync(PATIENCE_MS * 2)
  settle(new Response('late'))
  expect(await (await answer).text()).toBe('late')
})
