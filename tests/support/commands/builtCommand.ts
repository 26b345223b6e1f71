import { join } from 'node:path'
import { inject } from 'vitest'

/** The file of a command as it is built for the run. */
export function builtCommand(name: 'node' | 'seed' | 'export' | 'import'): string {
  return join(inject('commands'), `${name}.mjs`)
}
