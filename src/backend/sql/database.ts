/**
 * Asks one statement, whose parameters are `$1`, `$2` and so on. `Row` is what its text says of its columns, so it stands
 * beside that text; of PostgreSQL's types only these are given, as both drivers give them alike: text, integer, double
 * precision, boolean, and json, parsed.
 */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** What runs in one transaction. */
export type Session = {
  query: Query
  /** Several statements without parameters. */
  run(script: string): Promise<void>
}

/** What is told to whoever listens to a channel. */
export type ChannelListener = {
  hear(payload: string): void
  /** The connection is lost, and nothing more is heard. Told once at most, and not after `stop`. */
  lose(error: unknown): void
}

/**
 * PostgreSQL, whatever runs it. Rejects with the driver's own errors, whose `code` is an SQLSTATE or the system's.
 * One that could not be reached is tried anew by the next call.
 */
export type Database = {
  /** One statement, committed by itself. */
  query: Query
  /** Commits what `work` did once it resolves, and undoes it where it rejects, with what it rejected with. */
  transact<Value>(work: (session: Session) => Promise<Value>): Promise<Value>
  /** Hears what `pg_notify` sends to a channel, from when it resolves on. Gives the way to stop. */
  listen(channel: string, listener: ChannelListener): Promise<() => Promise<void>>
  close(): Promise<void>
}
