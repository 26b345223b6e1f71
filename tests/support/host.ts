import { inject } from 'vitest'

/**
 * Whether the tests in a browser run against a server. Those are skipped then that are of what the backend in the browser alone has,
 * such as faults that are asked for, a reset, pages without their article and pages that are older than their discussion; and those
 * to which it makes no difference where the backend is, as they are about what is drawn, or have one of their own.
 */
export const isOnServer = inject('host') === 'server'
