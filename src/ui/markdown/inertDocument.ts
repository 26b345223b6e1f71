type HtmlPolicy = { createHTML(html: string): string }
type TrustedHtml = { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy }

/** Not in every browser. What such a policy gives counts as a text here, as the types of the DOM do not know it. */
declare const trustedTypes: TrustedHtml | undefined

/** What an attribute `style` is called in an inert document. */
export const STYLE_ATTRIBUTE = 'data-style'

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi
const STYLE_OR_EVENT = /"[^"]*"|'[^']*'|(?<![\w-])(?:style|on\w+)(?=\s*=)/gi

const asItIs: HtmlPolicy = { createHTML: (html) => html }

/** `null` where the page does not let it be made. */
let policy: HtmlPolicy | null | undefined

/**
 * HTML as a document of its own, in which nothing runs and for which nothing is requested (HTML, "DOMParser": no browsing
 * context, scripting disabled). To be read, and never to be brought into the page. Where the page's Content-Security-Policy wants
 * texts to be trusted, it has to name the policy that this makes, `soundoff-paste`; `null` where it does not.
 */
export function inertDocument(html: string): Document | null {
  if (policy === undefined) policy = makePolicy()
  return policy && new DOMParser().parseFromString(policy.createHTML(withoutStyles(html)), 'text/html')
}

/** Tried once, and nothing else when it may not: the browser tells the page what was refused, and of a text how it begins. */
function makePolicy(): HtmlPolicy | null {
  if (typeof trustedTypes === 'undefined') return asItIs
  try {
    return trustedTypes.createPolicy('soundoff-paste', asItIs)
  } catch {
    return null
  }
}

/** Without what browsers would report as refused by the page's policy, although it has no effect in such a document. */
function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1template')
    .replace(TAG, (tag) =>
      tag.replace(STYLE_OR_EVENT, (part) => (/^["']/.test(part) ? part : `data-${part.toLowerCase()}`)),
    )
}
