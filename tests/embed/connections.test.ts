import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createConnections } from '../../src/embed/connections.ts'

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://site.test' })
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => vi.unstubAllGlobals())

test('the backend in the page is started by need alone, and asked again after it could not be loaded', async () => {
  let attempts = 0
  const connect = createConnections({
    carrier: () => Promise.reject(new TypeError('Failed to fetch')),
    async isKept() {
      attempts += 1
      if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module')
      return true
    },
  })
  const { findSharedName } = connect('browser').shared
  expect(attempts).toBe(0)
  await expect(findSharedName()).rejects.toThrow('Failed to fetch')
  expect(await findSharedName()).toBe('https://site.test/api/v1')
})

test('each backend has a space of its own on the device', () => {
  const connect = createConnections({ carrier: () => Promise.reject(new Error()), isKept: async () => true })
  const spaceOf = (backend: string) => connect(backend).shared.device.space
  expect(spaceOf('browser')).toBe('soundoff')
  expect(spaceOf('https://comments.test/api/v1')).toBe('soundoff@https://comments.test/api/v1')
})
