import { expect, test } from 'vitest'
import { SECRET_LENGTH } from '../../src/backend/hmacTokens.ts'
import { hostSecret } from '../../src/hosts/browser/hostSecret.ts'

const NAME = 'soundoff:host-secret'

test('a secret is made once, of random bytes, and is there after a reload', () => {
  const [storage, other] = [createStorage(), createStorage()]
  const secret = hostSecret(() => storage)
  expect(secret).toHaveLength(SECRET_LENGTH)
  expect(hostSecret(() => storage)).toEqual(secret)
  expect(hostSecret(() => other)).not.toEqual(secret)
  expect(new Set(secret).size).toBeGreaterThan(SECRET_LENGTH / 2)
})

test.for(['', 'text', 'ab'.repeat(31), 'ab'.repeat(33), 'zz'.repeat(32), 'AB'.repeat(32)])(
  'what is kept and is no secret, "%s", is replaced',
  (kept) => {
    const storage = createStorage({ [NAME]: kept })
    const secret = hostSecret(() => storage)
    expect(secret).toHaveLength(SECRET_LENGTH)
    expect(storage.getItem(NAME)).not.toBe(kept)
    expect(hostSecret(() => storage)).toEqual(secret)
  },
)

test('two tabs that make one at the same moment go by the same', () => {
  const storage = createStorage()
  const { setItem } = storage
  let others: Uint8Array | undefined
  storage.setItem = (name, value) => {
    setItem(name, value)
    storage.setItem = setItem
    storage.removeItem(NAME)
    others = hostSecret(() => storage)
  }
  expect(hostSecret(() => storage)).toEqual(others)
})

test.for([
  ['blocked', () => deny()],
  ['full', () => ({ ...createStorage(), setItem: deny })],
  ['unreadable', () => ({ ...createStorage(), getItem: deny })],
] as const)('where the storage is %s, there is one for the life of the page', ([, open]) => {
  expect(hostSecret(open)).toHaveLength(SECRET_LENGTH)
})

function deny(): never {
  throw new DOMException('Access is denied', 'SecurityError')
}

function createStorage(values: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(values))
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}
