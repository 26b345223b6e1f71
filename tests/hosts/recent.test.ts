import { expect, test } from 'vitest'
import { recent } from '../../src/hosts/node/recent.ts'

test('what is kept is what was asked for last, and a failure is never kept', async () => {
  const keep = recent<string>(2)
  const made: string[] = []
  const ask2 = (key: string) =>
    keep(key, async () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask2(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  await expect(keep('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keep('d', async () => 'yes')).toBe('yes')
})
