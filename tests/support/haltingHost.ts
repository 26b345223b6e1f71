import { createServer } from 'node:http'
import { listen } from './listen.ts'

/** Serves a page at any path, of which so many characters come at once, and the rest when `goOn` is called. */
export async function startHaltingHost(
  html: string,
  atOnce: number,
): Promise<{ origin: string; goOn(): void; stop(): void }> {
  let goOn = () => {}
  const goesOn = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.write(html.slice(0, atOnce))
    void goesOn.then(() => response.end(html.slice(atOnce)))
  })
  return { ...(await listen(server)), goOn }
}
