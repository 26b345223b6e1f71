import { expect, vi } from 'vitest'
import { openPageBackend } from './pageBackend.ts'
import { openPageBrowser, type OpenTab } from './pageBrowser.ts'
import { createEditLedger } from './pageEdit.ts'
import { createPageLedger } from './pageLedger.ts'
import { BOXES, type Box } from './pageReader.ts'
import type { Step } from './pageStory.ts'

/** Longer than any wait that a fault leads to, in milliseconds. */
const LONG_MS = 40_000

/** Longer than nothing is typed before it is searched for, in milliseconds. */
const SEARCH_MS = 500

/** Longer than what helps to write takes to come to a form that is used, in milliseconds. */
const TOOLS_MS = 200

/** Somebody who reads and writes in one or two tabs of a browser. After each step all is as it is to be. */
export async function openPageWriter() {
  vi.clearAllTimers()
  const backend = await openPageBackend()
  const { tabs, settle, pass, kill, setOnline, ...browser } = openPageBrowser(backend)
  const ledger = createPageLedger<Box>()
  const edit = createEditLedger(backend.own.body)
  const arrived: string[] = []
  let words = 0

  const nextWord = () => `w${words++}. `
  const isSeen = (text: string) => [...tabs.values()].some((tab) => tab.comments().includes(text))

  async function at(index: number): Promise<OpenTab> {
    const tab = await browser.at(index)
    await check()
    return tab
  }

  async function open(tab: OpenTab, box: Box): Promise<void> {
    if (tab.form(box) && !tab.isFolded(box)) return
    tab.unfold(box)
    tab.open(box)
    if (box === 'edit') {
      await settle()
      tab.edit()
    }
    await settle()
    tab.openOnes.add(box)
    await check()
    expect([box, tab.text(box) !== null, tab.isFolded(box)]).toEqual([box, true, false])
  }

  function write(tab: OpenTab, box: Box, text: string): void {
    tab.write(box, text)
    if (box === 'edit') edit.write(text)
    else ledger.write(box, text)
  }

  async function send(tab: OpenTab, box: Box, isTwice = false): Promise<void> {
    if (box === 'edit') edit.save(tab.text(box) ?? '')
    else ledger.send(box, (await backend.held()).posted, isSeen)
    tab.send(box, isTwice)
    if (box !== 'new') tab.openOnes.delete(box)
  }

  async function resend(tab: OpenTab, isChanged: boolean): Promise<void> {
    const box = BOXES.find((each) => tab.alert(each) !== null)
    if (box === undefined) return
    await open(tab, box)
    if (isChanged) write(tab, box, `${tab.text(box)}${nextWord()}`)
    await send(tab, box)
  }

  function close(tab: OpenTab, box: Box): void {
    if (box === 'new' || tab.form(box) === null) return
    tab.click('Cancel', tab.form(box))
    if (tab.form(box) === null) tab.openOnes.delete(box)
    if (box !== 'edit') ledger.hold(box)
  }

  async function discard(tab: OpenTab, box: Box, undoneAfterMs: number | null): Promise<void> {
    const before = box === 'edit' ? edit.written() : ledger.of(box)
    tab.touch(box)
    await pass(TOOLS_MS)
    tab.demand('Discard', tab.form(box))
    if (box === 'edit') edit.write(null)
    else ledger.discard(box)
    if (undoneAfterMs === null) return
    await pass(undoneAfterMs)
    await check()
    // Something else may have come back meanwhile.
    if (tab.text(box) !== (box === 'edit' ? (await backend.held()).own : '')) return
    tab.demand('Undo', tab.form(box))
    if (typeof before === 'string') edit.write(before)
    else if (before && box !== 'edit') ledger.restore(box, before)
  }

  async function letCome(parentId: string | null): Promise<void> {
    const text = `other ${words++}.`
    arrived.push(text)
    await backend.comeByOther(parentId, text)
    await settle()
  }

  async function show(tab: OpenTab, parentId: string | null): Promise<void> {
    const news = /^Show \d+ new comments?$/
    if (!tab.find('button', news)) await letCome(parentId)
    tab.demand(news)
    await settle()
    expect(tab.find('button', news)).toBeNull()
    for (const text of arrived) expect([text, tab.comments().includes(text)]).toEqual([text, true])
  }

  async function search(tab: OpenTab, words: string): Promise<void> {
    tab.search(words)
    await pass(SEARCH_MS)
    await check()
    expect([words, tab.results() !== null]).toEqual([words, true])
    tab.demand('Clear', tab.results())
    await settle()
    expect(tab.results()).toBeNull()
  }

  async function doIt(step: Step): Promise<void> {
    switch (step.does) {
      case 'faults':
        return void backend.faults.splice(0, Infinity, ...step.faults)
      case 'network':
        return setOnline(step.isOnline)
      case 'pass':
        return pass(step.ms)
      case 'resend':
        return resend(await at(step.tab), step.isChanged)
      case 'arrival':
        return letCome(step.parentId)
      case 'leave':
        kill(step.tab)
        return void (await at(0))
      case 'reload':
        kill(step.tab)
        return void (await at(step.tab))
      case 'sort':
        return (await at(step.tab)).sortBy(step.order)
      case 'fold':
        return void (await at(step.tab)).click(step.button)
      case 'search':
        return search(await at(step.tab), step.words)
      case 'news':
        return show(await at(step.tab), step.parentId)
      default:
        return doIn(await at(step.tab), step)
    }
  }

  async function doIn(tab: OpenTab, step: Extract<Step, { box: Box }>): Promise<void> {
    const { box } = step
    await open(tab, box)
    const text = tab.text(box) ?? ''
    switch (step.does) {
      case 'type':
        return write(tab, box, `${text}${nextWord()}`)
      case 'replace':
        return write(tab, box, nextWord())
      case 'empty':
        return write(tab, box, box === 'edit' ? nextWord() : '')
      case 'close':
        return close(tab, box)
      case 'discard':
        if (isBare(box)) write(tab, box, `${text}${nextWord()}`)
        return discard(tab, box, step.undoneAfterMs)
      case 'send':
        if (isBare(box)) write(tab, box, `${text}${nextWord()}`)
        return send(tab, box, step.isTwice)
      default:
        return undefined
    }
  }

  function isBare(box: Box): boolean {
    return box === 'edit' ? edit.written() === null : ledger.of(box).text.trim() === ''
  }

  async function check(): Promise<void> {
    const { posted, own } = await backend.held()
    ledger.checkPosted(posted)
    for (const tab of tabs.values()) {
      for (const box of BOXES) {
        const text = tab.text(box)
        if (box === 'edit') edit.check(text, own)
        else if (text !== null) ledger.check(box, { text, alert: tab.alert(box) }, posted)
        const isSaved = box === 'edit' && (edit.written()?.trim() ?? own) === own
        const isToBeOpen = tab.openOnes.has(box) && !isSaved
        if (isToBeOpen) expect([box, text !== null]).toEqual([box, true])
        if (text !== null) tab.openOnes.add(box)
      }
      expect(tab.root.textContent).not.toContain('written here in another tab')
    }
    ledger.checkStanding(posted, isSeen)
  }

  /** Each composer is opened, and what was begun in the edit is saved. */
  async function lookEverywhere(tab: OpenTab): Promise<void> {
    for (const box of BOXES) await open(tab, box)
    for (let tries = 0; edit.written() !== null; tries += 1) {
      expect(tries).toBeLessThan(3)
      await send(tab, 'edit')
      await settle()
      await open(tab, 'edit')
    }
  }

  await at(0)
  return {
    async take(step: Step): Promise<void> {
      await doIt(step)
      await settle()
      await check()
    },
    /** All is well again, and the page is opened once more. */
    async end(): Promise<void> {
      backend.faults.splice(0)
      setOnline(true)
      await pass(LONG_MS)
      await check()
      tabs.forEach((_, index) => kill(index))
      const tab = await at(0)
      await pass(LONG_MS)
      await check()
      await lookEverywhere(tab)
      ledger.checkEnd((await backend.held()).posted)
      kill(0)
    },
  }
}
