import { readFileSync } from 'node:fs'
import { createServer } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { generatedTranscripts } from '../support/generatedTranscripts.ts'
import { readTranscript } from '../support/readTranscript.ts'

test('a server of the page offers generated transcripts beside its own', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'mpa',
    optimizeDeps: { noDiscovery: true },
    plugins: [generatedTranscripts()],
    server: { host: '127.0.0.1', port: 0 },
  })
  onTestFinished(() => server.close())
  await server.listen()
  const read = async (name: string) => fetch(new URL(`transcripts/${name}`, server.resolvedUrls?.local[0]))

  const own: unknown[] = JSON.parse(readFileSync('public/transcripts/index.json', 'utf8'))
  const listed: unknown[] = JSON.parse(await (await read('index.json')).text())
  expect(listed).toEqual([...own, 'generated-1000', 'generated-10000', 'generated-100000'])
  for (const name of listed) expect((await read(`${name}.txt`)).status).toBe(200)
  const { comments, problems } = readTranscript(await (await read('generated-77.txt')).text())
  expect([comments.length, problems]).toEqual([77, []])
  expect((await read('generated-100001.txt')).status).toBe(404)
  expect((await read('generated-0.txt')).status).toBe(404)
})
