import { expect, test } from 'vitest'
import { beginReply, postReply } from '../support/answerComment.ts'
import { element, openHostPage, wrapPage } from '../support/hostPage.ts'
import { writeAsOther } from '../support/writeAsOther.ts'
import { seeKerry } from './flows.ts'

const KERRY = 'kerry-to-urge-china'

test('one that is moved in the page stays as it is, and asks for nothing again', async () => {
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`<main id="a">${element(at)}</main><main id="b"></main>`, at),
  })
  await seeKerry(page)
  const field = await beginReply(page, 'wjm', 'I see it')
  await page.getByRole('button', { name: 'You have 1 unfinished reply here' }).waitFor()
  await page.getByRole('button', { name: 'Formatting' }).waitFor()
  await expect.poll(() => server.following()).toBe(1)
  const before = { requests: server.requests.length, y: await page.evaluate(() => scrollY) }
  expect(before.y).toBeGreaterThan(0)
  await page.evaluate(() =>
    document.querySelector('#b')!.append(document.querySelector('soundoff-discussion')!),
  )
  await field.pressSequentially(' differently.')
  await page.evaluate(() => {
    const target = document.querySelector('#a')!
    const moved = document.querySelector('soundoff-discussion')!
    if ('moveBefore' in target && typeof target.moveBefore === 'function') target.moveBefore(moved, null)
  })
  await page.keyboard.type(' Really.')
  expect(await field.inputValue()).toBe('I see it differently. Really.')
  expect({ requests: server.requests.length, y: await page.evaluate(() => scrollY) }).toEqual(before)
  expect(server.following()).toBe(1)
  await postReply(page, 'Ada')
})

test('one that is taken out ends all that it does, and put back it goes on where it was', async () => {
  const count = `<script>told = 0; addEventListener('soundoff:posted', () => (told += 1))</script>`
  const { page, server } = await openHostPage({
    html: (at) => wrapPage(`<main>${element(at)}</main>`, at, count),
  })
  await seeKerry(page)
  await beginReply(page, 'cmaenergy', 'So it is.')
  await postReply(page, 'Ada', 'cmaenergy')
  await beginReply(page, 'wjm', 'I see it differently.')
  await expect.poll(() => server.following()).toBe(1)
  await page.evaluate(() => {
    const taken = document.querySelector('soundoff-discussion')!
    Object.assign(window, { taken })
    taken.remove()
  })
  await expect.poll(() => server.following()).toBe(0)
  const before = server.requests.length
  const { comments } = await server.api.listComments({ discussionId: KERRY as never, order: 'newest' })
  await page.evaluate((id) => {
    location.hash = `#comment-${id}`
    localStorage.setItem('soundoff:of another tab', '')
    for (const type of ['storage', 'pageshow', 'online', 'focus']) dispatchEvent(new Event(type))
    document.dispatchEvent(new Event('selectionchange'))
    document.dispatchEvent(new Event('visibilitychange'))
    return new Promise((resolve) => requestIdleCallback(resolve))
  }, comments[0]!.id)
  await writeAsOther(server, KERRY, 'Bob')
  expect(server.requests.length).toBe(before)
  expect(
    await page.evaluate('taken.shadowRoot.childElementCount + taken.shadowRoot.adoptedStyleSheets.length'),
  ).toBe(0)

  await page.evaluate('document.querySelector("main").append(taken)')
  await seeKerry(page)
  await page.getByRole('button', { name: 'Show 1 new comment' }).waitFor()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Your reply' }).inputValue())
    .toBe('I see it differently.')
  await postReply(page, 'Ada', 'wjm')
  expect(server.following()).toBe(1)
  await expect.poll(() => page.evaluate('told')).toBe(2)
})

test('a site that goes back and forth between its pages keeps nothing of what it leaves', async () => {
  const { page, server, context } = await openHostPage({
    before: countListeners,
    html: (at) => wrapPage(`<main>${element(at)}</main>`, at),
  })
  await seeKerry(page)
  await beginReply(page, 'wjm', 'I see it differently.')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Begun')
  await page.evaluate(() => document.querySelector('soundoff-discussion')!.remove())
  const session = await context.newCDPSession(page)
  const measured: Measured[] = []
  for (let visit = 1; visit <= 20; visit += 1) {
    await page.evaluate(
      ([discussion, backend]) => {
        const next = document.createElement('soundoff-discussion')
        Object.assign(next, { discussion, backend, loading: 'eager' })
        document.querySelector('main')!.replaceChildren(next)
      },
      [KERRY, server.origin],
    )
    await seeKerry(page)
    await expect.poll(() => server.following()).toBe(1)
    if (visit % 15 === 5) {
      await session.send('HeapProfiler.collectGarbage')
      const { nodes } = await session.send('Memory.getDOMCounters')
      await page.evaluate('reads = 0')
      await page.getByRole('textbox', { name: 'Comment' }).press(String(visit % 10))
      measured.push({
        nodes,
        ...(await page.evaluate<Omit<Measured, 'nodes'>>('({ listeners: listeners.size, reads })')),
      })
    }
    await page.evaluate(() => document.querySelector('soundoff-discussion')!.remove())
    await expect.poll(() => server.following()).toBe(0)
  }
  const [early, late] = measured
  expect(late!.listeners).toBe(early!.listeners)
  expect(late!.nodes).toBeLessThan(early!.nodes + 50)
  expect(late!.reads).toBeLessThan(early!.reads + 5)
})

type Measured = { nodes: number; listeners: number; reads: number }

/** Of the window and the document, and how often what is kept is read; before any script of the page. */
function countListeners(): void {
  const read = Storage.prototype.getItem
  Object.assign(window, { reads: 0 })
  Storage.prototype.getItem = function (name) {
    Object.assign(window, { reads: Number(Reflect.get(window, 'reads')) + 1 })
    return read.call(this, name)
  }
  const listeners = new Map<string, number>()
  const add = EventTarget.prototype.addEventListener
  const remove = EventTarget.prototype.removeEventListener
  const ids = new WeakMap<object, number>()
  let last = 0
  const idOf = (each: object) => ids.get(each) ?? (ids.set(each, (last += 1)), last)
  Object.assign(window, { listeners })
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const {
      capture = false,
      signal,
      once = false,
    } = typeof options === 'object' ? options : { capture: options }
    if (listener && (this === window || this === document || this === undefined)) {
      const key = `${type} ${idOf(listener)} ${capture}`
      if (!signal?.aborted) listeners.set(key, 1)
      if (signal) add.call(signal, 'abort', () => listeners.delete(key))
      if (once) add.call(this ?? window, type, () => listeners.delete(key), options)
    }
    return add.call(this ?? window, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const capture = typeof options === 'object' ? (options.capture ?? false) : (options ?? false)
    if (listener) listeners.delete(`${type} ${idOf(listener)} ${capture}`)
    return remove.call(this ?? window, type, listener, options)
  }
}
