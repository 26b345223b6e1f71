import { request } from 'node:http'

/** With the path as it is, and nothing decompressed. */
export function askPlainly(origin: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(origin)
  return new Promise<{ status: number; headers: Record<string, string | undefined>; body: Buffer }>(
    (resolve, reject) => {
      const asking = request({ hostname, port, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const told = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]),
          )
          resolve({ status: response.statusCode ?? 0, headers: told, body: Buffer.concat(parts) })
        })
      })
      asking.on('error', reject).end()
    },
  )
}
