import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { generateDiscussionTranscript } from './generateTranscript.ts'

/** What the index of transcripts lists besides the page's own ones. */
export const GENERATED_NAMES = ['generated-1000', 'generated-10000', 'generated-100000']

const SEED = 20130411
const MOST_COMMENTS = 100_000

/**
 * Has the development and preview servers offer transcripts of generated discussions, `generated-1` to
 * `generated-100000`, each made when it is asked for, so that nothing of them is in the build. A plugin that answers for
 * `transcripts/index.json` before this one does has to list `GENERATED_NAMES` too.
 */
export function generatedTranscripts(): Plugin {
  return {
    name: 'soundoff:generated-transcripts',
    configureServer({ middlewares, config }) {
      middlewares.use('/transcripts', answerFrom(config.publicDir))
    },
    configurePreviewServer({ middlewares, config }) {
      middlewares.use('/transcripts', answerFrom(resolve(config.root, config.build.outDir)))
    },
  }
}

function answerFrom(folder: string): Connect.NextHandleFunction {
  const index = join(folder, 'transcripts/index.json')
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?')
    const count = Number(/^\/generated-([1-9]\d{0,5})\.txt$/.exec(path)?.[1])
    if (count <= MOST_COMMENTS) {
      const text = generateDiscussionTranscript({ seed: SEED, count })
      response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(text)
    } else if (path === '/index.json' && existsSync(index)) {
      const listed: unknown = JSON.parse(readFileSync(index, 'utf8'))
      response
        .setHeader('Content-Type', 'application/json')
        .end(JSON.stringify([listed, GENERATED_NAMES].flat()))
    } else {
      next()
    }
  }
}
