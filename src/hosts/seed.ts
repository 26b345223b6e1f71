import { openBackend } from './node/openBackend.ts'
import { seedFile } from './node/seedFiles.ts'
import { readSettings } from './node/settings.ts'

const parameters = process.argv.slice(2)
const names = parameters.filter((each) => !each.startsWith('--'))
const options = parameters.filter((each) => each.startsWith('--'))
const started = readSettings(process.env, [])

if (names.length === 0 || options.some((each) => each !== '--replace')) {
  refuse(['Usage: npm run seed -- [--replace] FILE…, where each FILE is a transcript.'])
} else if (started.kind === 'settings') {
  const backend = await openBackend(started.settings)
  try {
    for (const name of names) {
      const { isRead, lines } = await seedFile(backend, name, { replace: options.length > 0 })
      for (const line of lines) (isRead ? process.stdout : process.stderr).write(`${line}\n`)
      if (!isRead) process.exitCode = 1
    }
  } finally {
    await backend.close()
  }
} else if (started.kind === 'errors') {
  refuse(started.errors)
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 1
}
