/** What a page trusts: as the value of the header `Content-Security-Policy`, and as the first element of its head. */
const META = /\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"[^>]*>/

/** Scripts of these types run; others are data. */
const SCRIPT_TYPES = /^(|module|text\/javascript)$/

const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g

/**
 * The Content-Security-Policy of a page with these inline scripts and styles, and no others. `markup` is the page without
 * what people wrote, so that nothing of that could ever be allowed. `connect` is what the page may ask besides its own
 * origin, separated by spaces.
 */
export async function policyOf(markup: string, connect: string): Promise<string> {
  const hashes = { script: new Set<string>(), style: new Set<string>() }
  for (const [, name, attributes = '', text = ''] of markup.matchAll(INLINE)) {
    const type = /\btype="([^"]*)"/.exec(attributes)?.[1] ?? ''
    if (name === 'style') hashes.style.add(await hashOf(text))
    else if (!/\bsrc=/.test(attributes) && SCRIPT_TYPES.test(type)) hashes.script.add(await hashOf(text))
  }
  return [
    `default-src 'none'`,
    ["script-src 'self'", ...hashes.script].join(' '),
    ["style-src 'self'", ...hashes.style].join(' '),
    `img-src 'self'`,
    `manifest-src 'self'`,
    `connect-src ${`'self' ${connect}`.trim()}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // What registers the worker makes it (`src/hosts/registerWorker.ts`).
    `trusted-types soundoff-worker soundoff-paste`,
  ].join('; ')
}

/** The policy that a page carries, for a server to send as a header too; `null` where it carries none. */
export function readPolicy(html: string): string | null {
  return META.exec(html)?.[1] ?? null
}

/** The page under a policy, in place of the one that it may carry. Throws where it has no head. */
export function withPolicy(html: string, policy: string): string {
  if (/["&<>]/.test(policy)) throw new Error(`The policy cannot stand in an attribute: ${policy}`)
  const bare = html.replace(META, '')
  if (!bare.includes('<head>')) throw new Error('The page has no head for its policy.')
  // A browser tells the encoding from the first 1,024 bytes, so that nothing else may stand before it.
  const meta = `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`
  return bare.replace('<head>', () => meta)
}

/** What a policy lets a page ask besides its own origin. */
export function connectOf(policy: string): string {
  return /(?:^|; )connect-src 'self' ?([^;]*)/.exec(policy)?.[1] ?? ''
}

/** Of the text as the parser of HTML has it (HTML, "normalize newlines"). */
async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replace(/\r\n?/g, '\n'))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
