import { networkCarrier } from './api/carrier.ts'
import { createClient } from './api/client.ts'
import { ProblemError } from './api/problem.ts'
import type { DiscussionOptions } from './embed/discussionOptions.ts'
import { readBackend } from './embed/readBackend.ts'
import { renderDiscussion as render } from './embed/renderDiscussion.tsx'

export type { DiscussionOptions } from './embed/discussionOptions.ts'

/**
 * `<soundoff-discussion>` with the first page of its discussion in it, to be read before any script runs, as HTML for a page of
 * yours that includes the loader. The backend is asked from here; rejects where it does not answer, or has no such discussion: an
 * element without content does then as well.
 */
export async function renderDiscussion(options: DiscussionOptions): Promise<string> {
  const base = readBackend(options.backend, 'http://localhost')
  if (base === null || base === 'browser') throw new ProblemError({ code: 'unreachable' })
  return render(createClient(networkCarrier, base), options)
}
