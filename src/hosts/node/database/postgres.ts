import { Client, Pool, type ClientConfig, type PoolClient } from 'pg'
import type { ChannelListener, Database, Session } from '../../../backend/sql/database.ts'

export type PostgresOptions = {
  /** `postgres://user:password@host:port/database`, with the parameters that `pg` knows. */
  url: string
  /** Most connections, beside the one of each channel that is listened to. */
  max: number
  /** After how many milliseconds a statement is given up, by the server; in a script of a transaction it may say otherwise. */
  statementTimeout: number
  /** Settings of each connection, as `-c name=value`. */
  settings?: string
  /** Told of connections that are lost while nobody uses them; they are replaced. */
  onLost?: (error: Error) => void
}

/** How long a connection may take to come, in milliseconds, waiting for a free one included. */
const CONNECT_TIMEOUT = 5_000
/** How often the connection of a channel is tried, in milliseconds, as one that is dead may be silent. */
const PROBE_INTERVAL = 30_000

/** To compile a statement takes longer than all that ours do. */
const SETTINGS = '-c jit=off'

/** A pool of connections to a PostgreSQL server. Nothing is connected before it is asked something. */
export function openPostgres({ onLost = () => undefined, ...options }: PostgresOptions): Database {
  const config: ClientConfig = {
    connectionString: options.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    fallback_application_name: 'soundoff',
    options: `${SETTINGS} ${options.settings ?? ''}`,
  }
  const pool = new Pool({ ...config, max: options.max, statement_timeout: options.statementTimeout })
  pool.on('error', onLost)
  // One that is lost between two statements of a transaction tells so itself, and the next statement is rejected.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    transact: async (work) => {
      const client = await pool.connect()
      return inTransaction(client, work)
    },
    listen: (channel, listener) => listen(config, channel, listener),
    close: () => pool.end(),
  }
}

async function inTransaction<Value>(
  client: PoolClient,
  work: (session: Session) => Promise<Value>,
): Promise<Value> {
  let isLost = false
  try {
    await client.query('begin')
    const value = await work({
      query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(text, [...values])).rows,
      run: async (script) => void (await client.query(script)),
    })
    await client.query('commit')
    return value
  } catch (error) {
    isLost = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.release(isLost)
  }
}

async function listen(
  config: ClientConfig,
  channel: string,
  { hear, lose }: ChannelListener,
): Promise<() => Promise<void>> {
  const client = new Client({ ...config, query_timeout: PROBE_INTERVAL })
  let isOver = false
  const end = async () => {
    clearInterval(probing)
    if (isOver) return
    isOver = true
    await client.end().catch(() => undefined)
  }
  const fail = (error: unknown) => {
    if (!isOver && isListening) lose(error)
    void end()
  }
  let isListening = false
  const probing = setInterval(() => client.query('select 1').catch(fail), PROBE_INTERVAL)
  probing.unref()
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  client.on('error', fail)
  client.on('end', () => fail(new Error('The connection was ended')))
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    await end()
    throw error
  }
  isListening = true
  return end
}
