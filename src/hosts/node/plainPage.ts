import { createHash } from 'node:crypto'
import { escapeHtml } from '../../domain/markup.ts'

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem 1rem 4rem;
  color: light-dark(#1b1b1f, #e8e6ea); background: light-dark(#fff, #17161a); }
a { color: light-dark(#0b57a4, #8ec3ff); }
h1, h2, li, p { overflow-wrap: anywhere; }
h2 { margin-top: 3rem; }
code, pre { font: .9em/1.5 ui-monospace, monospace; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding: .5rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-top: 1px solid light-dark(#d9d7dd, #45434b); }
`

const styleHash = createHash('sha256').update(STYLE).digest('base64')

/** The policy of a plain page: it has its own style, and nothing else. */
export const PLAIN_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** A page without script. `main` is HTML; what others wrote in it is escaped by who calls. */
export function plainPage(title: string, main: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body><main><h1>${escapeHtml(title)}</h1>${main}</main></body>`,
    '</html>',
    '',
  ].join('\n')
}

/** Says in a page why there is none. */
export function refusalPage(
  status: number,
  title: string,
  text: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(plainPage(title, `<p>${escapeHtml(text)}</p>`), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': PLAIN_PAGE_POLICY,
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}
