import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { splitLinks } from '../../src/ui/discussion/links.ts'
import { Boundary } from '../../src/ui/parts/Boundary.tsx'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import { createStoredSet } from '../../src/ui/parts/storedSet.ts'
import { relativeTime } from '../../src/ui/parts/times.ts'

describe('links', () => {
  test.for([
    ['http://a.example', 'http://a.example/'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/x_(y).', 'https://a.example/x_(y)'],
    ['see www.a.example!', 'https://www.a.example/'],
    ['“https://a.example”,', 'https://a.example/'],
    ['https://a.example/?q=1&r=2;', 'https://a.example/?q=1&r=2'],
    ['HTTPS://A.example/', 'https://a.example/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user@a.example/', undefined],
    ['https://', undefined],
    ['http://localhost/', undefined],
    ['ahttps://a.example', undefined],
  ] as const)('in "%s" the link is %s', ([text, url]) => {
    expect(splitLinks(text).find((part) => part.url !== null)?.url).toBe(url)
  })

  test('the parts of any text are that text, and only web addresses are links', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://', 'www.', 'a.example', '(', ')', '.', ' '),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const parts = splitLinks(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const { url } of parts) if (url !== null) expect(url).toMatch(/^https?:\/\//)
      }),
    )
  })
})

describe('storage on the device', () => {
  const refusing = (): Storage => {
    throw new DOMException('blocked', 'SecurityError')
  }
  const full = (): Storage =>
    Object.assign(Object.create(localStorage) as Storage, {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })

  test.for([
    ['blocked', refusing],
    ['full', full],
  ] as const)('where it is %s, what is written is still there, and it is told', ([, open]) => {
    const storage = createDeviceStorage(open)
    storage.write('draft', 'Half a thought')
    expect(storage.read('draft')).toBe('Half a thought')
    expect(storage.keeps()).toBe(false)
    storage.write('draft', null)
    expect(storage.read('draft')).toBeNull()
  })

  test('a change in another tab is told to who shows that value, and to nobody else', () => {
    const storage = createDeviceStorage(() => localStorage)
    const told: string[] = []
    const stop = storage.subscribe('name', () => told.push('name'))
    storage.subscribe('theme', () => told.push('theme'))
    localStorage.setItem('soundoff:name', 'Ada')
    dispatchEvent(new StorageEvent('storage', { key: 'soundoff:name', storageArea: localStorage }))
    expect(storage.read('name')).toBe('Ada')
    stop()
    dispatchEvent(new StorageEvent('storage', { key: 'soundoff:name', storageArea: localStorage }))
    expect(told).toEqual(['name'])
  })

  test.for(['{', '{"a":1}', '"x"', '[1,null]'])('a stored set that reads %s counts as empty', (text) => {
    localStorage.setItem('soundoff:folds', text)
    const set = createStoredSet(
      createDeviceStorage(() => localStorage),
      'folds',
    )
    set.change((ids) => ids.add('a'))
    expect(localStorage.getItem('soundoff:folds')).toBe('["a"]')
  })
})

test('where drawing a part fails, the rest stays, and it can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  onTestFinished(() => void vi.restoreAllMocks())
  let isBroken = true
  function Part() {
    if (isBroken) throw new Error('broken')
    return <p>The part</p>
  }
  render(
    <>
      <p>The rest</p>
      <Boundary
        renderFailed={(tryAgain) => (
          <button type="button" onClick={tryAgain}>
            Try again
          </button>
        )}
      >
        <Part />
      </Boundary>
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByText('The part')).toBeNull()
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('The part')).toBeInTheDocument()
  expect(screen.getByText('The rest')).toBeInTheDocument()
})

test.for([
  ['2014-05-01T11:59:30.000Z', null],
  ['2014-05-01T12:00:30.000Z', null],
  ['2014-05-01T11:59:00.000Z', '1 minute ago'],
  ['2014-05-01T10:01:00.000Z', '1 hour ago'],
  ['2014-04-29T12:00:00.000Z', '2 days ago'],
  ['2014-03-01T12:00:00.000Z', '2 months ago'],
  ['2013-04-13T21:39:00.000Z', '1 year ago'],
] as const)('what was written at %s is told as %s at noon on May 1st, 2014', ([instant, told]) => {
  expect(relativeTime(instant, Date.parse('2014-05-01T12:00:00.000Z'), 'en')).toBe(told)
})
