import { act } from '@testing-library/react'
import { vi } from 'vitest'
import { createBrowserStorage } from '../../support/browserStorage.ts'
import { createBrowser } from '../../support/writingBrowser.ts'
import type { PageBackend } from './pageBackend.ts'
import { createReader, type Box } from './pageReader.ts'
import { openPageTab } from './pageTab.tsx'
import { WRITER } from './storyBackend.ts'

/** How much time passes at once: less than an answer may take, in milliseconds. */
const HOP_MS = 10_000
/** What a frame takes, in milliseconds. */
const FRAME_MS = 16
/** What is still on its way in the browser takes no more turns than this. */
const TURNS = 6
/** How often the page is drawn until nothing more comes of it. */
const ROUNDS = 3
/** How often a page that is opened is looked at before it is given up. */
const TRIES = 20

/** A tab with somebody at it; `openOnes` are the composers that they left open. */
export type OpenTab = ReturnType<typeof createReader> & {
  openOnes: Set<Box>
  kill(): void
  root: HTMLElement
}

/** A browser with one or two tabs, whose time is the test's. */
export function openPageBrowser(backend: PageBackend) {
  const browser = createBrowser()
  const { values, deliverAll } = browser.storage
  values.set('soundoff:name', WRITER)
  values.set(`soundoff:token:${backend.own.id}`, backend.own.editToken ?? '')
  const tabs = new Map<number, OpenTab>()
  const kept = [0, 1].map(() => ({ session: createBrowserStorage(), openOnes: new Set<Box>(['new']) }))

  async function settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await act(async () => {
        vi.advanceTimersByTime(FRAME_MS)
        for (let idle = 0; idle < TURNS; idle = backend.isBusy() ? 0 : idle + 1) {
          deliverAll()
          await new Promise((resolve) => setImmediate(resolve))
        }
      })
    }
  }

  async function pass(ms: number): Promise<void> {
    const end = Date.now() + ms
    while (Date.now() < end) {
      act(() => void vi.advanceTimersByTime(Math.min(HOP_MS, end - Date.now())))
      await settle()
    }
  }

  async function at(index: number): Promise<OpenTab> {
    const there = tabs.get(index)
    if (there) return goTo(there)
    const { session, openOnes } = kept[index] ?? {}
    if (!session || !openOnes) throw new Error(`There is no tab ${index}.`)
    const page = openPageTab(browser, backend, session.openTab().storage)
    const tab = { ...page, ...createReader(page, backend.own.id), openOnes }
    tabs.set(index, tab)
    for (let tries = 0; tab.form('new') === null && tries < TRIES; tries += 1) await settle()
    await settle()
    return tab
  }

  /** Who goes to another tab leaves the field that they were in. */
  async function goTo(tab: OpenTab): Promise<OpenTab> {
    const { activeElement } = document
    if (!(activeElement instanceof HTMLElement) || tab.root.contains(activeElement)) return tab
    act(() => activeElement.blur())
    await settle()
    return tab
  }

  function kill(index: number): void {
    act(() => tabs.get(index)?.kill())
    tabs.delete(index)
  }

  return {
    tabs,
    settle,
    pass,
    at,
    kill,
    setOnline: (isOnline: boolean) => act(() => browser.network.set(isOnline)),
  }
}
