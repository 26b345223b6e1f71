import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { draftName, emptyDraft, type Draft } from '../../src/ui/drafts/draft.ts'
import { createDrafts } from '../../src/ui/drafts/drafts.ts'
import { createDeviceStorage } from '../../src/ui/parts/deviceStorage.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { createBrowserStorage, type StorageKind } from '../support/browserStorage.ts'

const name = draftName('kerry' as DiscussionId, 'new', 'new')

type Step = { tab: number; act: 'type' | 'replace' | 'clear' | 'deliver'; later: number }

afterEach(() => vi.unstubAllGlobals())

const KINDS: readonly StorageKind[] = ['shared', 'copied']

const steps = (tabs: number) =>
  fc.array(
    fc.record<Step>({
      tab: fc.nat(tabs - 1),
      act: fc.constantFrom('type', 'type', 'replace', 'clear', 'deliver', 'deliver'),
      later: fc.nat(2),
    }),
    { maxLength: 16 },
  )

test.for(KINDS.flatMap((kind) => [2, 3].map((tabs) => [kind, tabs] as const)))(
  'whatever %s storage tells %i tabs when, each text that nobody has seen and changed since stands in the draft or beside it',
  ([kind, tabs]) => {
    fc.assert(
      fc.property(steps(tabs), (story) => {
        const browser = openBrowser(kind, tabs)
        story.forEach((step) => browser.take(step))
        const drafts = browser.deliverAll()
        expect(new Set(drafts.map((draft) => JSON.stringify(draft))).size).toBe(1)
        const [draft = emptyDraft(null)] = drafts
        const stands = [draft.body, ...draft.others]
        for (const text of browser.unseen()) expect(stands.join('\n\n')).toContain(text)
        expect(stands.filter((text, index) => stands.indexOf(text) !== index)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  },
)

test.for(KINDS)(
  'where each tab of %s storage has heard all before it goes on, nothing is offered',
  (kind) => {
    fc.assert(
      fc.property(steps(3), (story) => {
        const browser = openBrowser(kind, 3)
        for (const step of story) {
          browser.take(step)
          for (const draft of browser.deliverAll()) expect(draft.others).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  },
)

test('of two texts that were written at once the later one stands, and the earlier one is beside it', () => {
  const browser = openBrowser('copied', 2)
  browser.take({ tab: 0, act: 'type', later: 1 })
  browser.take({ tab: 1, act: 'type', later: 1 })
  for (const { body, others } of browser.deliverAll()) expect([body, ...others]).toEqual(['1. ', '0. '])
})

/** Tabs in which somebody writes one draft; each shows what it last wrote or was told of. */
function openBrowser(kind: StorageKind, count: number) {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page))
  let time = 1
  let words = 0
  const word = () => `${words++}. `
  const texts = new Map<string, string>()
  const changed = new Set<string>()
  const browser = createBrowserStorage(kind)
  const tabs = Array.from({ length: count }, () => {
    const tab = browser.openTab()
    const drafts = createDrafts(
      createDeviceStorage(() => tab.storage, ['draft:']),
      () => time,
    )
    return { ...tab, drafts, shown: emptyDraft(null) }
  })
  type Tab = (typeof tabs)[number]
  const read = ({ drafts }: Tab) => drafts.read(name) ?? emptyDraft(null)

  function write(tab: Tab, body: string): void {
    changed.add(idOf(tab.shown))
    tab.drafts.write(name, { ...read(tab), body, stamp: tab.shown.stamp })
    tab.shown = read(tab)
    texts.set(idOf(tab.shown), body)
  }

  return {
    take({ tab: index, act, later }: Step) {
      const tab = tabs[index]
      if (!tab) return
      time += later
      switch (act) {
        case 'type':
          return write(tab, `${tab.shown.body}${word()}`)
        case 'replace':
          return write(tab, word())
        case 'clear':
          return write(tab, '')
        case 'deliver':
          tab.deliver()
          tab.shown = read(tab)
      }
    },
    /** Gives what each tab shows then. */
    deliverAll(): Draft[] {
      browser.deliverAll()
      for (const tab of tabs) tab.shown = read(tab)
      return tabs.map(({ shown }) => shown)
    },
    /** The texts that were written last, or by somebody who was never told of what came instead. */
    unseen: () => [...texts].flatMap(([id, text]) => (changed.has(id) || text === '' ? [] : [text.trim()])),
  }
}

function idOf({ stamp: { at, tab } }: Draft): string {
  return `${at}:${tab}`
}
