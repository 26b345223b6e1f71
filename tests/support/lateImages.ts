import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { seededRandom } from './seededRandom.ts'
import { listen } from './listen.ts'

const LATEST_MS = 1_500

/** Serves `/N.svg`, each some hundred pixels high, late and in no order; gives the origin. */
export async function startLateImages(seed: number): Promise<string> {
  const random = seededRandom(seed)
  const server = createServer((_, response) => {
    const height = Math.round(60 + random() * 200)
    const image = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}"/>`
    const answer = () => response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(image)
    setTimeout(answer, 600 + random() * LATEST_MS)
  })
  const { origin, stop } = await listen(server)
  onTestFinished(stop)
  return origin
}
