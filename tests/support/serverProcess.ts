import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { noLimits } from './noLimits.ts'

/** The server as a process of its own. */
export type ServerProcess = {
  origin: string
  pid: number
  /** The lines of its log so far. */
  log: string[]
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Ends it in order; gives its code. */
  stop(): Promise<number | null>
}

export const root = join(import.meta.dirname, '../..')

/**
 * Starts the command, from its source unless `built` is the file of it, with that environment and nothing else, on a free port
 * unless it says one; rejects where it ends before it listens.
 */
export async function startServerProcess(
  environment: Record<string, string>,
  built?: string,
): Promise<ServerProcess> {
  // Without what runs it, which would have signals of its own.
  const command = built === undefined ? ['--import', 'tsx', 'src/hosts/node.ts'] : [built]
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      SOUNDOFF_SECRET: 'a-secret-of-servers-that-tests-start',
      ...noLimits,
      ...environment,
    },
  })
  const log: string[] = []
  const errors: string[] = []
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  createInterface(child.stderr).on('line', (line) => errors.push(line))
  const origin = await new Promise<string>((resolve, reject) => {
    ended.then((code) => reject(new Error(`It ended with ${code}: ${errors.join('\n')}`)), reject)
    let isThere = false
    createInterface(child.stdout).on('line', (line) => {
      log.push(line)
      const told: unknown = isThere ? null : JSON.parse(line)
      if (typeof told !== 'object' || told === null || !('address' in told)) return
      isThere = true
      resolve(String(told.address))
    })
  })
  return {
    origin,
    pid: child.pid ?? 0,
    log,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** What a server answers with that is only asked for its API: a build whose page says nothing. */
export async function writeBareBuild(folder: string): Promise<void> {
  await mkdir(join(folder, 'site'), { recursive: true })
  await mkdir(join(folder, 'pages'))
  await writeFile(join(folder, 'site/index.html'), '<div id="page"></div>')
  await writeFile(join(folder, 'pages/prerender.js'), 'export const renderPage = async () => "<p>drawn</p>"')
}
