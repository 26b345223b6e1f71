import type { Plugin } from 'vite'
import { policyOf, withPolicy } from '../../src/page/policy.ts'
import { backendOf } from './backendOfThePage.ts'

/** Puts the built page under a policy that lets it ask its own origin and the backend's. To be named after what changes its text. */
export function contentPolicy(): Plugin {
  let connect = ''
  return {
    name: 'soundoff:content-policy',
    apply: 'build',
    configResolved({ root, mode }) {
      const backend = backendOf(root, mode)
      const isElsewhere = backend.kind === 'network' && URL.canParse(backend.base)
      connect = isElsewhere ? new URL(backend.base).origin : ''
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => withPolicy(html, await policyOf(html, connect)),
    },
  }
}
