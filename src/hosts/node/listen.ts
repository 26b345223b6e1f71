import type { Server } from 'node:http'
import type { Settings } from './settings.ts'

/** Takes requests from now on. Gives the port, which is one that was free where 0 was asked for. */
export async function listen(
  server: Server,
  { port: asked, host }: Pick<Settings, 'port' | 'host'>,
): Promise<{ port: number; origin: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(asked, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const { port } = address
  return { port, origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }
}
