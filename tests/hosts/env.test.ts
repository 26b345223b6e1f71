import { expect, test } from 'vitest'
import { parseBackend } from '../../src/hosts/env.ts'

test.each([undefined, '', ' ', 'browser'])('%j means the backend in the browser', (setting) => {
  expect(parseBackend(setting)).toEqual({ kind: 'browser' })
})

test.each([
  ['https://comments.example/api/v1', 'https://comments.example/api/v1'],
  ['http://localhost:8080/api/v1/', 'http://localhost:8080/api/v1'],
  ['/api/v1', '/api/v1'],
  ['/', ''],
])('%j is the base of a real backend', (setting, base) => {
  expect(parseBackend(setting)).toEqual({ kind: 'network', base })
})

test.each([
  'Browser',
  'comments.example',
  '//comments.example/api',
  'ftp://comments.example',
  'https://',
  '/api?v=1',
])('%j is refused in words that say what is allowed', (setting) => {
  expect(() => parseBackend(setting)).toThrow(/^VITE_BACKEND is "browser", an address .* or a path .*; not "/)
})
