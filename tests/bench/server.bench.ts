import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../support/databases/findPostgres.ts'
import { startCluster } from '../support/databases/startCluster.ts'
import { startServerProcess, writeBareBuild, type ServerProcess } from '../support/serverProcess.ts'
import { fillPglite, fillPostgres, SAFE, type Filled } from './server/databases.ts'
import { measure } from './server/measure.ts'
import { describeMachine, describeMeasurements, describeStreams, type Measurement } from './server/report.ts'
import { measureStreams } from './server/streams.ts'
import { subjectsOf } from './server/subjects.ts'

/* `npm run bench:server` measures the server as a process of its own, on a PostgreSQL of its own where there are the programs of one, and on PGlite. */

/** How many comments, the least first; other numbers where the command has some. */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 100_000, 1_000_000]
const PGLITE_SIZES = [1_000, 20_000]

const folder = await mkdtemp(join(tmpdir(), 'soundoff-bench-'))
try {
  await writeBareBuild(join(folder, 'build'))
  const found = findPostgres()
  if (found && 'programs' in found) await measurePostgres(found.programs)
  else console.log('NOT MEASURED ON POSTGRESQL, AS THE PROGRAMS OF ONE ARE NOT HERE\n')
  await measurePglite()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measurePostgres(programs: string): Promise<void> {
  const version = execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' })
  console.log(await describeMachine(version.trim()))
  const cluster = await startCluster(programs, SAFE)
  try {
    const measurements: Measurement[] = []
    const filled: Filled[] = []
    for (const count of SIZES) {
      const begun = performance.now()
      filled.push(await fillPostgres(cluster, count))
      tell(`${count} comments made in ${Math.round((performance.now() - begun) / 1_000)} s`)
    }
    for (const each of filled) measurements.push(await measureOne(each))
    console.log(describeMeasurements(measurements))
    const [, middle] = filled
    if (middle) {
      const streams = await withServer(middle, (server) => measureStreams(server, middle.discussionId))
      console.log(describeStreams(streams))
    }
  } finally {
    await cluster.stop()
  }
}

async function measurePglite(): Promise<void> {
  console.log(await describeMachine('PGlite'))
  const measurements: Measurement[] = []
  for (const count of PGLITE_SIZES) {
    measurements.push(await measureOne(await fillPglite(join(folder, `pglite-${count}`), count)))
  }
  console.log(describeMeasurements(measurements))
}

async function measureOne(filled: Filled): Promise<Measurement> {
  return withServer(filled, async (server) => {
    const rows: Measurement['rows'][number][] = []
    for (const subject of await subjectsOf(server.origin, filled)) {
      const measured = await measure(server, subject)
      tell(`${filled.count} comments, ${subject.name}: ${Math.round(measured.perSecond)} in a second`)
      rows.push({ subject, measured })
    }
    return { count: filled.count, rows }
  })
}

async function withServer<Value>(
  { environment }: Filled,
  work: (server: ServerProcess) => Promise<Value>,
): Promise<Value> {
  const server = await startServerProcess({
    SOUNDOFF_BUILD: join(folder, 'build'),
    LOG_LEVEL: 'info',
    ...environment,
  })
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

/** What is on its way, beside the tables. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
