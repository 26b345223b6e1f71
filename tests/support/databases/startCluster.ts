import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { unprivilegedUser } from './findPostgres.ts'

export type Cluster = {
  url: string
  /** The address of one of its databases at its port, as whoever is not on its machine has it. */
  urlOver(tcp: { user: string; password: string; database: string; query?: string }): string
  /** The folder of its files. */
  data: string
  /** Ends it, in order or at once, as where its machine fails, and leaves its files. */
  halt(how: 'in order' | 'at once'): Promise<void>
  /** Starts it anew, on the same files. */
  resume(): Promise<void>
  /** Ends it, and removes its files. */
  stop(): Promise<void>
}

/** What makes it quick; nothing is to outlive the tests. */
const SETTINGS = (
  'listen_addresses= max_connections=100 shared_buffers=256MB maintenance_work_mem=256MB max_wal_size=4GB ' +
  'fsync=off synchronous_commit=off full_page_writes=off wal_level=minimal max_wal_senders=0'
).split(' ')

/** Ends what it starts by the signal that it is told, or when its input ends, and so also where the process that started it is killed. */
const GUARD = '"$0" "$@" & pid=$!; read -r signal; kill -"${signal:-INT}" $pid; wait $pid'

/** Where it listens beside its socket, to users with a password, and lines of `pg_hba.conf` that come before that. */
export type Tcp = { port: number; rules?: readonly string[] }

/** A new PostgreSQL of its own, on a socket in a temporary folder, as a user without rights. `settings` are as `name=value`. */
export async function startCluster(
  programs: string,
  settings: readonly string[] = [],
  tcp?: Tcp,
): Promise<Cluster> {
  const user = unprivilegedUser()
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-postgres-'))
  if (user) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder }
  const initdb = spawn(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [code] = (await once(initdb, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`initdb ended with ${code}`)
  const given = [...SETTINGS, ...settings]
  if (tcp) {
    given.push('listen_addresses=127.0.0.1', `port=${tcp.port}`)
    const rules = join(data, 'pg_hba.conf')
    const usual = await readFile(rules, 'utf8')
    await writeFile(rules, [...(tcp.rules ?? []), usual].join('\n'))
  }

  async function start(): Promise<(signal: string) => Promise<void>> {
    const guarded = spawn(
      '/bin/sh',
      ['-c', GUARD, join(programs, 'postgres'), '-D', data, '-k', folder].concat(
        given.flatMap((setting) => ['-c', setting]),
      ),
      { ...options, stdio: ['pipe', 'ignore', 'pipe'] },
    )
    const ended = once(guarded, 'exit')
    await isReady(guarded.stderr)
    return async (signal) => {
      guarded.stdin.end(`${signal}\n`)
      await ended
    }
  }

  let end: ((signal: string) => Promise<void>) | null = await start()
  return {
    url: `postgres:///postgres?user=postgres&host=${encodeURIComponent(folder)}${tcp ? `&port=${tcp.port}` : ''}`,
    urlOver: ({ user: name, password, database, query = '' }) =>
      `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${tcp?.port}/${database}${query}`,
    data,
    async halt(how) {
      await end?.(how === 'in order' ? 'INT' : 'QUIT')
      end = null
    },
    async resume() {
      end = await start()
    },
    async stop() {
      await end?.('INT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Goes on reading what it says, so that it can go on saying it. */
function isReady(output: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    createInterface(output)
      .on('line', (line) => {
        said.push(line)
        if (line.includes('ready to accept connections')) resolve()
      })
      .on('close', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)))
  })
}
