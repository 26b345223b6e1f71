import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { bringToHost, hostOrigin } from './hostOrigin.ts'
import { heedFaults } from './networkFaults.ts'

export type PageOptions = {
  viewport?: { width: number; height: number }
  theme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  serviceWorkers?: 'allow' | 'block'
  /** The language of the browser, BCP 47; British English without it. */
  locale?: string
  /** Whether scripts run; they do unless it is `false`. */
  javaScript?: boolean
  /** Where the page is opened from, if not from the host that the tests run against. */
  origin?: string
  /** For another tab of the same person, whose options count. */
  context?: BrowserContext
  /** Runs in every frame before its own scripts. */
  before?: () => void
  /** Complaints that belong to the test, such as a request that is to fail. */
  expected?: readonly RegExp[]
}

/** How long a step may wait for what it needs, in milliseconds. */
const PATIENCE_MS = 15_000

/** The browser for all files that run in this process, with which it ends. */
let shared: Promise<Browser> | null = null
/** The one for the pages of the running file, where that has flags of its own. */
let own: Promise<Browser> | null = null

/** For a file whose pages need a browser with flags of its own; to be called before the first page is opened. */
export function launchWith(flags: readonly string[]): void {
  beforeAll(() => {
    own = launchChromium(flags)
  })
  afterAll(async () => {
    const ending = own
    own = null
    await (await ending)?.close()
  })
}

/**
 * Opens the built page for one test, as a new person unless `context` says otherwise. When the test is over, it fails if the
 * page had an error, wrote one to its console, made a request that failed, or asked another origin for anything.
 */
export async function openPage(
  path = '/',
  options: PageOptions = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const origin = options.origin ?? (await hostOrigin())
  if (options.origin === undefined) await bringAsked(path)
  const context = options.context ?? (await openContext(origin, options))
  if (path.includes('faults=')) await heedFaults(context)
  if (options.before) await context.addInitScript(options.before)
  const page = await context.newPage()
  const complaints = collectComplaints(page, origin)
  onTestFinished(async () => {
    await page.close()
    const unexpected = [...complaints].filter(
      (text) => !options.expected?.some((pattern) => pattern.test(text)),
    )
    expect(unexpected, 'complaints of the page').toEqual([])
  })
  await page.goto(path)
  return { page, context }
}

async function bringAsked(path: string): Promise<void> {
  const article = new URL(path, 'http://localhost').searchParams.get('article')
  if (article !== null) await bringToHost(article)
}

async function openContext(origin: string, options: PageOptions): Promise<BrowserContext> {
  const browser = await findBrowser()
  const { theme: colorScheme = 'light', reducedMotion = 'no-preference', serviceWorkers = 'allow' } = options
  const viewport = options.viewport ?? { width: 1280, height: 800 }
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    colorScheme,
    reducedMotion,
    serviceWorkers,
    javaScriptEnabled: options.javaScript ?? true,
    locale: options.locale ?? 'en-GB',
    timezoneId: 'UTC',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  onTestFinished(() => context.close())
  return context
}

function findBrowser(): Promise<Browser> {
  if (own) return own
  shared ??= launchShared()
  return shared
}

/** One that has ended by itself is followed by another. */
async function launchShared(): Promise<Browser> {
  const browser = await launchChromium()
  browser.on('disconnected', () => (shared = null))
  return browser
}

function collectComplaints(page: Page, origin: string): Set<string> {
  const complaints = new Set<string>()
  page.on('pageerror', (error) => complaints.add(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // "csp" is said of a script that a page without JavaScript does not fetch.
    if (reason !== 'net::ERR_ABORTED' && reason !== 'csp')
      complaints.add(`request: ${request.method()} ${request.url()} ${reason}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.add(`other origin: ${url.href}`)
  })
  return complaints
}
