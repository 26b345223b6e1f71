import type { DiscussionCallbacks } from './discussionProps.ts'

/** Has the callbacks of the moment told what is dispatched on `host` itself, until `signal` is aborted. */
export function tellCallbacks(
  host: HTMLElement,
  current: () => DiscussionCallbacks,
  signal: AbortSignal,
): void {
  // What stands in it meanwhile may have events of the same names.
  const own =
    <Detail>(tell: (detail: Detail) => boolean | void) =>
    (event: CustomEvent<Detail>) => {
      if (event.target === host && tell(event.detail) === false) event.preventDefault()
    }
  const options = { signal }
  host.addEventListener(
    'soundoff:ready',
    own((detail) => current().onReady?.(detail)),
    options,
  )
  host.addEventListener(
    'soundoff:count',
    own((detail) => current().onCount?.(detail)),
    options,
  )
  host.addEventListener(
    'soundoff:posted',
    own((detail) => current().onPosted?.(detail)),
    options,
  )
  host.addEventListener(
    'soundoff:failed',
    own((detail) => current().onFailed?.(detail)),
    options,
  )
  host.addEventListener(
    'soundoff:draft',
    own((detail) => current().onDraft?.(detail)),
    options,
  )
  host.addEventListener(
    'soundoff:navigate',
    own((detail) => current().onNavigate?.(detail)),
    options,
  )
}
