import { networkCarrier } from './api/carrier.ts'
import { createClient } from './api/client.ts'
import type { DiscussionOptions } from './embed/discussionOptions.ts'
import { readBackend } from './embed/readBackend.ts'
import { renderDiscussion as render } from './embed/renderDiscussion.tsx'

export type { DiscussionOptions } from './embed/discussionOptions.ts'

/** To which nothing is relative. */
const NOWHERE = 'about:blank'

/**
 * `<soundoff-discussion>` with the first page of its discussion in it, to be read before any script runs, as HTML for a page of
 * yours that includes the loader. The backend is asked from here: its address is absolute. Rejects where it is not, where the backend
 * does not answer, or has no such discussion: an element without content does then as well.
 */
export async function renderDiscussion(options: DiscussionOptions): Promise<string> {
  const base = readBackend(options.backend, NOWHERE)
  if (base === null || base === 'browser')
    throw new TypeError(
      `On a server, "backend" is an absolute address of http or https; not "${options.backend}".`,
    )
  return render(createClient(networkCarrier, base), options)
}
