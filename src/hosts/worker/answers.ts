import { keep, trim } from './keeping.ts'

/** Put in as text, since the contract would bring its schemas along. */
const { answerHeader } = import.meta.env.WORKER

/** How many answers are kept. */
const MOST = 200

/** Whether a backend gave that answer; where it is down, what stands before it may answer in its place. */
export function isFromBackend(response: Response): boolean {
  return response.headers.has(answerHeader) || response.status < 500
}

/** Keeps what a real backend told of what was read. */
export async function keepAnswer(cacheName: string, url: string, response: Response): Promise<void> {
  if (response.status !== 200 || !response.headers.has(answerHeader)) return
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) return
  const cache = await caches.open(cacheName)
  await keep(cache, url, response)
  await trim(cache, MOST)
}

export async function findAnswer(cacheName: string, url: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(url, { ignoreVary: true })
}
