import type { JSHandle } from 'playwright-core'
import { inject } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { conformanceSuite } from '../backend/conformance.suite.ts'
import { bundle } from '../support/bundle.ts'
import { launchChromium } from '../support/chromium.ts'

conformanceSuite('the built page: its service worker over the IndexedDB of a real browser', async () => {
  const browser = await launchChromium()
  const page = await browser.newPage({ locale: 'en-GB', bypassCSP: true })
  await page.goto(inject('pageOrigin'))
  await page.locator('article[id^="comment-"]').first().waitFor()
  await page.addScriptTag({
    content: await bundle('support/importForConformance.ts', 'importForConformance'),
  })
  await page.evaluate('importForConformance.done')
  // Until the worker has the page, what is asked goes to the network, where nothing is.
  await page.waitForFunction(async (url) => (await fetch(url)).ok, `${BASE_PATH}/health`)

  async function send(request: Request): Promise<Response> {
    const { url, method } = request
    const body =
      method === 'GET' || method === 'HEAD' ? null : [...new Uint8Array(await request.arrayBuffer())]
    const answer = await page.evaluateHandle(ask, { url, method, headers: [...request.headers], body })
    const head = await answer.evaluate(({ status, headers }) => ({ status, headers }))
    const text = await answer.evaluate((given) => given.text)
    return new Response(text === null ? streamIn(answer) : text || null, head)
  }
  return { send, base: inject('pageOrigin') + BASE_PATH, close: () => browser.close() }
})

type Sent = { url: string; method: string; headers: [string, string][]; body: number[] | null }

type Answer = {
  status: number
  headers: [string, string][]
  /** `null` where it is a stream, which `reader` reads. */
  text: string | null
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined
}

/** Runs in the page. A browser that has much to do may end the worker meanwhile: what then goes to the network, where nothing is, is sent again. */
async function ask({ url, method, headers, body }: Sent): Promise<Answer> {
  const send = () => fetch(url, { method, headers, body: body && new Uint8Array(body) })
  let response = await send()
  for (let tries = 0; tries < 20 && !response.headers.has('Soundoff-Api'); tries += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    response = await send()
  }
  const head = { status: response.status, headers: [...response.headers] }
  const isStream = response.ok && method === 'GET' && url.includes('/events')
  return isStream
    ? { ...head, text: null, reader: response.body?.getReader() }
    : { ...head, text: await response.text(), reader: undefined }
}

/** What the page reads of a stream, as it comes. */
function streamIn(answer: JSHandle<Answer>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await answer.evaluate(async ({ reader }) => {
          const { done, value } = (await reader?.read()) ?? {}
          return done || !value ? null : [...value]
        })
        if (piece) controller.enqueue(new Uint8Array(piece))
        else controller.close()
      },
      cancel: () => answer.evaluate(({ reader }) => reader?.cancel()),
    },
    { highWaterMark: 0 },
  )
}
