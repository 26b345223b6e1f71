import { join } from 'node:path'
import { build } from 'vite'
import { inject } from 'vitest'
import { BASE_PATH } from '../../src/api/contract.ts'
import { conformanceSuite } from '../backend/conformance.suite.ts'
import { launchChromium } from '../support/chromium.ts'

conformanceSuite('the built page: its service worker over the IndexedDB of a real browser', async () => {
  const browser = await launchChromium()
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto(inject('pageOrigin'))
  await page.locator('article[id^="comment-"]').first().waitFor()
  await page.addScriptTag({ content: await bundle('../support/importForConformance.ts') })
  await page.evaluate('importForConformance.done')

  async function send(request: Request): Promise<Response> {
    const { url, method } = request
    const body =
      method === 'GET' || method === 'HEAD' ? null : [...new Uint8Array(await request.arrayBuffer())]
    const answer = await page.evaluate(ask, { url, method, headers: [...request.headers], body })
    return new Response(answer.text === '' ? null : answer.text, answer)
  }
  return { send, base: inject('pageOrigin') + BASE_PATH, close: () => browser.close() }
})

type Sent = { url: string; method: string; headers: [string, string][]; body: number[] | null }

/** Runs in the page. */
async function ask({ url, method, headers, body }: Sent) {
  const response = await fetch(url, { method, headers, body: body && new Uint8Array(body) })
  return { status: response.status, headers: [...response.headers], text: await response.text() }
}

/** One of our modules with all that it needs, as a script whose exports are in a global of its name. */
async function bundle(path: string): Promise<string> {
  const entry = join(import.meta.dirname, path)
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'importForConformance' } },
  })
  const [first] = Array.isArray(built) ? built : []
  if (!first) throw new Error(`${path} was built to nothing`)
  return first.output[0].code
}
