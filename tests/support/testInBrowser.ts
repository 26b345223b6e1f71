import { inject, test } from 'vitest'

/**
 * A test of what the backend in the browser alone has, such as faults that are asked for, a reset,
 * pages without their article and pages that are older than their discussion; or one
 * to which it makes no difference where the backend is, as it is about what is drawn, or has one of its own.
 */
export const testInBrowser = test.skipIf(inject('host') === 'server')
