import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { hostOrigin } from './hostOrigin.ts'
import { heedFaults } from './networkFaults.ts'

/** A browser whose profile outlives its process. */
export type KeptBrowser = {
  /** Opens a page of the site in a tab, in the process that runs or in a new one. */
  open(path?: string): Promise<Page>
  /** Ends the process at once, as a crash does. */
  kill(): Promise<void>
  remove(): Promise<void>
}

const FLAGS = [
  '--headless',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** How long a step in its pages may wait for what it needs, in milliseconds. */
const PATIENCE_MS = 15_000

export async function createKeptBrowser(): Promise<KeptBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'soundoff-profile-'))
  let running: { process: ChildProcess; context: BrowserContext } | null = null

  async function start() {
    const { path, environment, sandbox } = await findChromium()
    const flags = [...FLAGS, `--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox'])]
    const started = spawn(path, [...flags, 'about:blank'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const browser = await chromium.connectOverCDP(await findAddress(started))
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no window.')
    context.setDefaultTimeout(PATIENCE_MS)
    await heedFaults(context)
    return { process: started, context }
  }

  async function kill(): Promise<void> {
    if (!running) return
    const { process: ending } = running
    running = null
    const ended = once(ending, 'exit')
    ending.kill('SIGKILL')
    await ended
  }

  return {
    async open(path = '/') {
      running ??= await start()
      const page = await running.context.newPage()
      await page.goto((await hostOrigin()) + path)
      return page
    },
    kill,
    async remove() {
      await kill()
      // What the process has started may take a moment more to end, and to let go of its files.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

/** The address that it prints once it can be driven. */
async function findAddress({ stderr }: ChildProcess): Promise<string> {
  const lines: string[] = []
  if (stderr) {
    for await (const line of createInterface(stderr)) {
      const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (address !== undefined) {
        stderr.resume()
        return address
      }
      lines.push(line)
    }
  }
  throw new Error(`The browser did not start: ${lines.join('\n')}`)
}
