import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a program to its end, outside of the environment of the tests. Rejects with what it said unless it ends well. */
export async function runCommand(command: string, parameters: readonly string[], cwd: string): Promise<void> {
  // The environment of the tests would make it a build for development.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NODE_ENV|VITE.*|TEST|DEV|PROD|MODE|BASE_URL)$/.test(name),
    ),
  )
  try {
    await promisify(execFile)(command, parameters, { cwd, env, shell: process.platform === 'win32' })
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    throw new Error(`${command} ${parameters.join(' ')} failed.\n${said}\n${String(error)}`, { cause: error })
  }
}
