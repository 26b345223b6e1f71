import { inject } from 'vitest'

/**
 * Whether the tests in a browser run against a server. Those are skipped then that are of what a server does not have: a reset, pages without their
 * article or older than their discussion, a backend in the page or its worker, a script for addresses without an article; and those that ask
 * neither, as they are of hosts of files alone, or of the package as it is packed.
 */
export const isOnServer = inject('host') === 'server'
