import type { Api } from '../../api/contract.ts'
import { problemOf, type Problem } from '../../api/problem.ts'
import type { PostedComment } from '../../api/schemas.ts'
import type { IdempotencyKey } from '../../domain/ids.ts'
import { normaliseBody, normaliseName } from '../../domain/writing.ts'
import { cleared, DRAFT_PREFIX, type Draft } from '../drafts/draft.ts'
import { signsToSend } from '../composer/signs.ts'
import type { Drafts } from '../drafts/drafts.ts'
import { withoutKey } from '../drafts/keysAskedAfter.ts'
import { delayAfter } from '../live/pauses.ts'
import { keepToken } from '../own/tokens.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { isPassing } from '../queryClient.ts'
import { nameOfDraft } from './draftOf.ts'
import { isAtRest, type Entry, type EntryState } from './entry.ts'
import { listEntries, type Outbox } from './outbox.ts'

export type Network = { isOnline(): boolean; subscribe(listener: () => void): () => void }

export type SenderPorts = {
  outbox: Outbox
  drafts: Drafts
  device: DeviceStorage
  api: Api
  network: Network
  /** Before the second of three tries in a row, in milliseconds; twice that before the third. */
  retryDelayMs: number
  now: () => number
  random: () => number
}

/** Tries in a row, before the writer is told and the next one takes its time. */
const QUICK_TRIES = 3
/** Who waited so long twice has waited enough. */
const QUICK_TRIES_TIMED_OUT = 2
/** How long other tabs have to learn that a comment was posted, in milliseconds. */
const POSTED_FOR_MS = 10_000
/** How long nobody may have touched a text before it is sent from its composer, in milliseconds. */
const CALM_MS = 3_000

/**
 * Sends what is in the outbox, oldest first, one at a time, in one tab at a time. Whenever an answer may have been lost, the
 * backend is first asked what became of the key. What another try may mend is tried again by itself, later and later
 * (`delayAfter`), and where there is no network, once there is one.
 */
export function createSender(ports: SenderPorts): { run(): void } {
  const { device, network, now } = ports
  let isRunning = false
  let isAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  network.subscribe(() => void run())
  device.subscribeAll(DRAFT_PREFIX, () => void run())
  device.subscribe('name', () => void run())
  tidy(ports)
  void askForHeld(ports)

  async function run(): Promise<void> {
    isAsked = true
    if (isRunning) return
    isRunning = true
    clearTimeout(timer)
    while (isAsked) {
      isAsked = false
      if (findDue(ports)) await alone(`${device.space}:outbox`, sendAll)
    }
    isRunning = false
    const next = Math.min(...listEntries(device).map((entry) => dueAt(ports, entry)))
    if (next < Infinity) timer = setTimeout(() => void run(), Math.max(0, next - now()))
  }

  async function sendAll(): Promise<void> {
    for (let entry = findDue(ports); entry; entry = findDue(ports)) {
      await send(ports, entry.key)
      tidy(ports)
    }
  }

  return { run: () => void run() }
}

/** In one tab at a time, where the browser has locks; elsewhere the key alone sees to it that nothing stands twice. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  let hasBegun = false
  const begin = () => {
    hasBegun = true
    return work()
  }
  try {
    await navigator.locks.request(lock, begin)
  } catch {
    if (!hasBegun) await begin()
  }
}

/** The first one that is to be sent now. */
function findDue(ports: SenderPorts): Entry | undefined {
  return listEntries(ports.device).find((entry) => dueAt(ports, entry) <= ports.now())
}

/** When an entry is to be sent, in milliseconds since 1970; never while its writer is at work on it again. */
function dueAt({ drafts, device, network }: SenderPorts, entry: Entry): number {
  const { state, isReturned } = entry
  if (isAtRest(entry)) return Infinity
  if (state.step === 'waiting-for-network' && !network.isOnline()) return Infinity
  const earliest = state.step === 'stalled' ? state.until : 0
  if (!isReturned) return earliest
  const draft = drafts.read(nameOfDraft(entry))
  if (draft?.returned?.key !== entry.key || !isAsSent(entry, draft, device.read('name'))) return Infinity
  return Math.max(earliest, draft.stamp.at + CALM_MS)
}

/** Not while other texts stand with it, of which it alone would not be the whole. */
function isAsSent({ name, body, format }: Entry, draft: Draft, nameNow: string | null): boolean {
  return (
    draft.returned?.instead.length === 0 &&
    normaliseBody(draft.body) === body &&
    draft.format === format &&
    normaliseName(nameNow ?? '') === name
  )
}

async function send(ports: SenderPorts, key: IdempotencyKey): Promise<void> {
  const { outbox, network, retryDelayMs } = ports
  for (let quickTries = 1; ; quickTries += 1) {
    const entry = outbox.read(key)
    if (!entry || isAtRest(entry)) return
    if (!network.isOnline()) return outbox.change(key, { state: { step: 'waiting-for-network' } })
    try {
      if (await isOvertaken(ports, entry)) return
      return settle(ports, key, (await findPosted(ports, entry)) ?? (await post(ports, entry)))
    } catch (error) {
      const now = outbox.read(key)
      // Another tab may have decided it meanwhile.
      if (!now || isAtRest(now)) return
      const problem = problemOf(error)
      if (!mayPass(problem)) return outbox.change(key, { state: { step: 'refused', problem } })
      outbox.change(key, { failures: entry.failures + 1 })
      const limit = problem.code === 'timed-out' ? QUICK_TRIES_TIMED_OUT : QUICK_TRIES
      if (quickTries >= limit || problem.code === 'rate-limited' || entry.isReturned) {
        return stall(ports, key, problem)
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs * 2 ** (quickTries - 1)))
    }
  }
}

/** Whether one of the texts that this one was sent instead of was posted after all; those that are left are asked after later. */
async function isOvertaken(ports: SenderPorts, { key, instead }: Entry): Promise<boolean> {
  for (const [index, before] of instead.entries()) {
    const comment = await ask(ports, key, before)
    const left = { instead: instead.slice(index + 1) }
    // At once, as another tab may go on from what it finds.
    ports.outbox.change(key, comment ? { ...left, state: { step: 'overtaken', comment } } : left)
    if (comment) return true
  }
  return false
}

async function findPosted(ports: SenderPorts, { key, isUnsure }: Entry): Promise<PostedComment | null> {
  return isUnsure ? ask(ports, key, key) : null
}

/** What became of a key; `null` where the backend does not know it. */
async function ask(
  ports: SenderPorts,
  key: IdempotencyKey,
  asked: IdempotencyKey,
): Promise<PostedComment | null> {
  show(ports, key, { step: 'checking' })
  try {
    return await ports.api.readPost({ key: asked })
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code === 'not-found' && problem.resource === 'key') return null
    throw error
  }
}

async function post(ports: SenderPorts, entry: Entry): Promise<PostedComment> {
  const { discussionId, key, parentId, name, body, format } = entry
  ports.outbox.change(key, { isUnsure: true })
  show(ports, key, { step: 'sending' })
  const written = { author: { name }, body, format, ...signsToSend(ports.device, entry) }
  return ports.api.postComment({ discussionId, idempotencyKey: key, parentId, ...written })
}

/** While a text stands in its composer, with what became of it, nothing changes there until it is decided. */
function show({ outbox }: SenderPorts, key: IdempotencyKey, state: EntryState): void {
  if (outbox.read(key)?.isReturned === false) outbox.change(key, { state })
}

function stall({ outbox, network, now, random }: SenderPorts, key: IdempotencyKey, problem: Problem): void {
  const failures = outbox.read(key)?.failures ?? 1
  const wait = delayAfter(problem, Math.max(1, failures - QUICK_TRIES + 1), random)
  const state: EntryState = network.isOnline()
    ? { step: 'stalled', problem, until: now() + wait }
    : { step: 'waiting-for-network' }
  outbox.change(key, { state })
}

function settle({ outbox, drafts, device }: SenderPorts, key: IdempotencyKey, comment: PostedComment): void {
  const entry = outbox.read(key)
  if (!entry) return
  keepToken(device, comment)
  const name = nameOfDraft(entry)
  const draft = drafts.read(name)
  if (draft?.returned?.key === key) {
    const isSent = normaliseBody(draft.body) === entry.body
    drafts.write(name, { ...draft, ...(isSent && cleared(draft)), returned: withoutKey(draft.returned, key) })
  }
  outbox.change(key, { isReturned: false, failures: 0, state: stateOf(comment) })
}

function stateOf(comment: PostedComment): EntryState {
  return { step: comment.status === 'held' ? 'held' : 'posted', comment }
}

function mayPass(problem: Problem): boolean {
  return isPassing(problem) || problem.code === 'rate-limited'
}

/**
 * Removes what was posted, once every tab has seen it, what came back to a composer that has other text by now, and what another text
 * was sent instead of, which a device that lost its last moments may still have.
 */
function tidy({ outbox, drafts, device, now }: SenderPorts): void {
  const entries = listEntries(device)
  const replaced = new Set(entries.flatMap(({ instead }) => instead))
  for (const entry of entries) {
    const { key, state, at, isReturned } = entry
    const draft = isReturned ? drafts.read(nameOfDraft(entry)) : null
    const isGiven = isReturned && ![draft?.returned?.key, draft?.discarded?.returned?.key].includes(key)
    const isReplaced = replaced.has(key) && !isAtRest(entry)
    if (isGiven || isReplaced || (state.step === 'posted' && at < now() - POSTED_FOR_MS)) outbox.remove(key)
  }
}

/** Somebody may have looked at it since. What is not known now is asked at the next start. */
async function askForHeld({ outbox, device, api }: SenderPorts): Promise<void> {
  for (const { key, state } of listEntries(device)) {
    if (state.step !== 'held') continue
    const comment = await api.readPost({ key }).catch(() => null)
    if (comment) outbox.change(key, { state: stateOf(comment) })
  }
}
