type TrustedHtml = {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}

/** Not in every browser. What such a policy gives counts as a text here, as the types of the DOM do not know it. */
declare const trustedTypes: TrustedHtml | undefined

/** What an attribute `style` is called in an inert document. */
export const STYLE_ATTRIBUTE = 'data-style'

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi
const STYLE_OR_EVENT = /"[^"]*"|'[^']*'|(?<![\w-])(?:style|on\w+)(?=\s*=)/gi

let policy: { createHTML(html: string): string } | null = null

/**
 * HTML as a document of its own, in which nothing runs and for which nothing is requested (HTML, "DOMParser": no browsing
 * context, scripting disabled). To be read, and never to be brought into the page. The page's Content-Security-Policy has to name
 * the policy that this makes, `soundoff-paste`.
 */
export function inertDocument(html: string): Document {
  if (typeof trustedTypes !== 'undefined')
    policy ??= trustedTypes.createPolicy('soundoff-paste', { createHTML: (text) => text })
  const quiet = withoutStyles(html)
  return new DOMParser().parseFromString(policy?.createHTML(quiet) ?? quiet, 'text/html')
}

/** Without what browsers would report as refused by the page's policy, although it has no effect in such a document. */
function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1template')
    .replace(TAG, (tag) =>
      tag.replace(STYLE_OR_EVENT, (part) => (/^["']/.test(part) ? part : `data-${part.toLowerCase()}`)),
    )
}
