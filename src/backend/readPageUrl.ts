import { ProblemError } from '../api/problem.ts'

/** Most characters of a page's address, as browsers write it. */
export const URL_LIMIT = 2_000

/**
 * The address of a page as it is kept: as browsers write it, without what points into the page. Rejects what is no absolute
 * `http` or `https` address, or holds a name or password before the host, which misleads those who read it
 * (`https://bank.example@evil.example`).
 */
export function readPageUrl(text: string): string {
  const url = /^https?:\/\/[^\p{Cc}]*$/iu.test(text) && URL.canParse(text) ? new URL(text) : null
  if (!url || url.username !== '' || url.password !== '') {
    const reason = 'must be an absolute http or https address'
    throw new ProblemError({ code: 'invalid', field: 'url', reason })
  }
  url.hash = ''
  const { length } = url.href
  if (length > URL_LIMIT) throw new ProblemError({ code: 'too-long', field: 'url', length, limit: URL_LIMIT })
  return url.href
}
