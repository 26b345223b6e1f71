import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

const page = 'https://blog.example/post'

// A process of its own takes long to start on a machine that has much else to do.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-command-'))
  await mkdir(join(folder, 'build/site'), { recursive: true })
  await mkdir(join(folder, 'build/pages'))
  await writeFile(join(folder, 'build/site/index.html'), '<div id="page"></div>')
  await writeFile(
    join(folder, 'build/pages/prerender.js'),
    'export const renderPage = async () => "<p>drawn</p>"',
  )
})
afterAll(() => rm(folder, { recursive: true }))

let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

test('the command listens, and when it is told to stop ends streams, finishes posts, ends well, and begins again with what is kept', async () => {
  const { address, ended, lines } = await start()
  const events = await fetch(`${address}/api/v1/discussions/a/events?since=0`)
  expect(events.status).toBe(404)
  const opened = await fetch(`${address}/api/v1/discussions/a`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: page, title: 'A post' }),
  })
  expect(opened.status).toBe(201)
  const stream = await fetch(`${address}/api/v1/discussions/a/events?since=0`)
  const streamed = stream.text()
  const posting = request(`${address}/api/v1/discussions/a/comments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Expect: '100-continue' },
  })
  posting.flushHeaders()
  await once(posting, 'continue')

  child?.kill('SIGTERM')
  // It ends well, and not as one that is cut off, which would reject.
  expect(await streamed).toContain('event: changes')
  posting.end(JSON.stringify({ author: { name: 'Ann' }, body: 'Just in time' }))
  const response = await new Promise<{ statusCode?: number }>((resolve, reject) => {
    posting.once('response', resolve).once('error', reject)
  })
  expect(response.statusCode).toBe(201)
  expect(await ended).toBe(0)
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(
    expect.arrayContaining(['stopping', 'stopped']),
  )

  const again = await start()
  const kept = await fetch(`${again.address}/api/v1/discussions/a/comments`)
  expect(await kept.text()).toContain('Just in time')
  const second = await run({})
  expect(second).toEqual({
    code: 1,
    errors: expect.stringMatching(/^SOUNDOFF_DATA is .* has open\. Stop that/),
  })
})

test('a second signal ends the command at once, whatever is under way', async () => {
  const { address, ended, lines } = await start()
  const posting = request(`${address}/api/v1/counts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Expect: '100-continue' },
  })
  posting.on('error', () => undefined)
  posting.flushHeaders()
  await once(posting, 'continue')
  child?.kill('SIGINT')
  await expect.poll(() => lines.some((line) => line.includes('"stopping"'))).toBe(true)
  child?.kill('SIGINT')
  expect(await ended).toBe(1)
})

test('what keeps the command from starting is told in a sentence', async () => {
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  const address = blocker.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const [taken, wrong, unbuilt] = await Promise.all([
    run({ PORT: port }),
    run({ PORT: 'eighty', SOUNDOFF_ORIGINS: 'blog.example' }),
    run({ SOUNDOFF_BUILD: join(folder, 'nowhere') }),
  ])
  blocker.close()
  expect(taken).toEqual({
    code: 1,
    errors: expect.stringMatching(/^PORT is \d+, where something else listens already/),
  })
  expect(wrong).toEqual({
    code: 1,
    errors: expect.stringMatching(/^PORT is "eighty".*\nSOUNDOFF_ORIGINS is "blog\.example".*\n$/),
  })
  expect(unbuilt).toEqual({
    code: 1,
    errors: expect.stringMatching(/^There is no build of the page in .*\n$/),
  })
})

/** The command itself, as soon as it says where it is. */
async function start(): Promise<{ address: string; ended: Promise<number | null>; lines: string[] }> {
  const lines: string[] = []
  const started = launch({})
  child = started
  const ended = new Promise<number | null>((resolve) => {
    started.once('exit', resolve)
  })
  const address = await new Promise<string>((resolve, reject) => {
    ended.then((code) => reject(new Error(`It ended with ${code}.`)), reject)
    if (started.stdout === null) return
    createInterface(started.stdout).on('line', (line) => {
      lines.push(line)
      const told: unknown = JSON.parse(line)
      if (typeof told === 'object' && told !== null && 'address' in told) resolve(String(told.address))
    })
  })
  return { address, ended, lines }
}

async function run(environment: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const started = launch(environment)
  let errors = ''
  started.stderr?.on('data', (part) => (errors += String(part)))
  const code = await new Promise<number | null>((resolve) => {
    started.once('close', resolve)
  })
  return { code, errors }
}

/** Without what runs it, which would have signals of its own. */
function launch(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/hosts/node.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      SOUNDOFF_BUILD: join(folder, 'build'),
      SOUNDOFF_DATA: join(folder, 'data'),
      SOUNDOFF_OPENING_ORIGINS: new URL(page).origin,
      ...environment,
    },
  })
}

async function once(emitter: NodeJS.EventEmitter, event: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    emitter.once(event, () => resolve())
    emitter.once('error', reject)
  })
}
