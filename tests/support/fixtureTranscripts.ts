import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { GENERATED_NAMES } from './generatedTranscripts.ts'

const fixtures = join(import.meta.dirname, '../fixtures/transcripts')
const own = join(import.meta.dirname, '../../public/transcripts')

/** Has the page server offer the transcripts of the fixtures after the page's own ones, and before what it would offer without. */
export function fixtureTranscripts(): Plugin {
  const names = readdirSync(fixtures)
  const files = new Map(names.map((name) => [`/${name}`, readFileSync(join(fixtures, name), 'utf8')]))
  const listed: unknown = JSON.parse(readFileSync(join(own, 'index.json'), 'utf8'))
  const fixtureNames = names.map((name) => name.replace('.txt', ''))
  files.set('/index.json', JSON.stringify([listed, fixtureNames, GENERATED_NAMES].flat()))
  return {
    name: 'soundoff:fixture-transcripts',
    enforce: 'pre',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/transcripts', (request, response, next) => {
        const text = files.get(request.url ?? '')
        if (text === undefined) return next()
        response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(text)
      })
    },
  }
}
