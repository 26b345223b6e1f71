/** Loads what a page loads with the first comment that is sent, and with the first permalink, so that no test depends on how long that takes. */
export function loadOnDemand(): Promise<unknown> {
  return Promise.all([
    import('../../src/ui/outbox/sender.ts'),
    import('../../src/ui/outbox/outcomes.ts'),
    import('../../src/ui/discussion/PendingComment.tsx'),
    import('../../src/ui/finding/permalink/Permalink.tsx'),
  ])
}
