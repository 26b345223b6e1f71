import { act, cleanup } from '@testing-library/react'
import * as fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { parseEntry, type Entry } from '../../../src/ui/outbox/entry.ts'
import { createBrowser } from '../../support/writingBrowser.ts'
import { openBackend } from './backend.ts'
import { BOXES, openDesk, type Box, type Desk } from './desk.tsx'
import { createLedger } from './ledger.ts'
import { listenForOneStory } from './listenForOneStory.ts'
import { FORGOTTEN, JOINED, story, type Step } from './story.ts'
import { holdStoryTime } from './holdStoryTime.ts'

const STORIES = 250
/** Longer than any wait that a fault leads to, in milliseconds. */
const LONG_MS = 40_000
/** What is still on its way in the browser takes no more turns than this. */
const TURNS = 5
/** How much time passes at once: less than an answer may take, in milliseconds. */
const HOP_MS = 5_000

// Loaded beforehand, as time that is the test's does not wait for it.
beforeAll(() =>
  Promise.all([
    import('../../../src/ui/outbox/sender.ts'),
    import('../../../src/ui/outbox/outcomes.ts'),
    import('../../../src/ui/composer/ReturnedNotice.tsx'),
  ]),
)
holdStoryTime(['setTimeout', 'clearTimeout', 'Date', 'performance'])
beforeEach(() => vi.stubGlobal('BroadcastChannel', undefined))
afterEach(() => vi.unstubAllGlobals())

test(
  'whatever fails or ends meanwhile, what is written stands in its composer, and what is sent is posted once',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const stopListening = listenForOneStory()
        try {
          const writer = await openWriter()
          for (const step of steps) await writer.take(step)
          await writer.end()
        } finally {
          cleanup()
          stopListening()
        }
      }),
      { numRuns: STORIES, examples: [[JOINED], [FORGOTTEN]] },
    )
  },
)

/** Somebody who writes in one or two tabs of a browser. After each step all is as it is to be. */
async function openWriter() {
  vi.clearAllTimers()
  const backend = await openBackend()
  const browser = createBrowser()
  browser.storage.values.set('soundoff:name', 'Ada')
  const ledger = createLedger(BOXES)
  const desks = new Map<number, Desk>()
  const before: [string, string][][] = []
  let words = 0

  async function settle(): Promise<void> {
    await act(async () => {
      for (let idle = 0; idle < TURNS; idle = backend.isBusy() ? 0 : idle + 1) {
        browser.storage.deliverAll()
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    ledger.tell(entries().flatMap(({ state }) => ('comment' in state ? [state.comment.body] : [])))
  }

  async function pass(ms: number): Promise<void> {
    const end = Date.now() + ms
    while (Date.now() < end) {
      await act(() => vi.advanceTimersByTimeAsync(Math.min(HOP_MS, end - Date.now())))
      await settle()
    }
  }

  async function desk(tab: number): Promise<Desk> {
    const open = desks.get(tab) ?? openDesk(browser, backend.carrier, backend.discussion)
    if (desks.has(tab)) return open
    desks.set(tab, open)
    // What was kept a second time is given back before anything is sent.
    await act(() => open.isMirrored)
    await pass(5)
    await check()
    return open
  }

  async function close(tab: number): Promise<void> {
    act(() => desks.get(tab)?.kill())
    desks.delete(tab)
    await desk(0)
  }

  function write(at: Desk, box: Box, text: string): void {
    act(() => at.composer(box).change({ body: text, caret: [text.length, text.length] }))
    ledger.write(box, text)
  }

  async function send(at: Desk, box: Box): Promise<void> {
    if (ledger.of(box) === '') write(at, box, `w${words++}. `)
    ledger.send(box, await backend.posted())
    act(() => void at.composer(box).submit())
  }

  async function takeBack(at: Desk, box: Box): Promise<void> {
    const entry = at.offered(box)
    if (!entry) return
    ledger.takeBack(box, entry.body)
    act(() => at.takeBack(entry.key))
  }

  async function doIt(step: Step): Promise<void> {
    switch (step.does) {
      case 'type': {
        const at = await desk(step.tab)
        return write(at, step.box, `${ledger.of(step.box)}w${words++}. `)
      }
      case 'replace':
        return write(await desk(step.tab), step.box, `w${words++}. `)
      case 'empty':
        return write(await desk(step.tab), step.box, '')
      case 'amend': {
        const at = await desk(step.tab)
        write(at, step.box, `${ledger.of(step.box)}w${words++}. `)
        return send(at, step.box)
      }
      case 'send':
        return send(await desk(step.tab), step.box)
      case 'take-back':
        return takeBack(await desk(step.tab), step.box)
      case 'reload':
        await close(step.tab)
        await desk(step.tab)
        return undefined
      case 'close':
        return close(step.tab)
      case 'faults':
        return void backend.faults.splice(0, Infinity, ...step.faults)
      case 'network':
        return act(() => browser.network.set(step.online))
      case 'pass':
        return pass(step.ms)
      case 'arrival':
        return backend.comeByOther(`other ${words++}`)
      case 'crash':
        return crash(step.steps)
    }
  }

  async function crash(steps: number): Promise<void> {
    act(() => desks.forEach((each) => each.kill()))
    desks.clear()
    ledger.crash()
    const { values } = browser.storage
    const kept = before.at(-1 - steps) ?? before[0] ?? []
    values.clear()
    for (const [name, value] of kept) values.set(name, value)
    await desk(0)
  }

  async function check(): Promise<void> {
    const posted = await backend.posted()
    ledger.checkPosted(posted)
    for (const each of desks.values()) {
      for (const box of BOXES) {
        const { draft, returned } = each.composer(box)
        ledger.check(box, draft.body, returned !== null, posted)
        expect(draft.others).toEqual([])
      }
    }
  }

  function entries(): Entry[] {
    return [...browser.storage.values.values()].flatMap((value) => parseEntry(value) ?? [])
  }

  await desk(0)
  before.push([...browser.storage.values])
  return {
    async take(step: Step): Promise<void> {
      await doIt(step)
      await settle()
      await check()
      before.push([...browser.storage.values])
    },
    /** All is well again, and the page is opened once more. */
    async end(): Promise<void> {
      backend.faults.splice(0)
      act(() => browser.network.set(true))
      await pass(LONG_MS)
      await check()
      await close(1)
      await close(0)
      await pass(LONG_MS)
      await check()
      const overtaken = entries().filter(({ state }) => state.step === 'overtaken')
      ledger.checkEnd(
        await backend.posted(),
        overtaken.map(({ body }) => body),
      )
      act(() => desks.forEach((each) => each.kill()))
    },
  }
}
