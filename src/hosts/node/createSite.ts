import { BASE_PATH } from '../../api/basePath.ts'
import { answerWith } from '../../backend/answerWith.ts'
import { withCors } from '../../backend/cors.ts'
import { createHandler, type Handle } from '../../backend/handler.ts'
import { serveModerating } from '../../backend/moderation/serveModerating.ts'
import { problemAnswer } from '../../backend/problemAnswer.ts'
import { serveOwn } from '../../backend/serveOwn.ts'
import type { Backend } from './openBackend.ts'
import { compressAnswer } from './compressAnswer.ts'
import { answerWithContent, packContent, type Content } from './content.ts'
import type { NodeService } from './createNodeService.ts'
import { docsPage } from './docsPage.ts'
import { answerWithFile, MODERATE_FILE, type Files } from './files.ts'
import type { Asked, Limits, Refusal } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { openApi } from './openApi.ts'
import { createPages, type RenderPage } from './pages.ts'
import { PLAIN_PAGE_POLICY, refusalPage } from './plainPage.ts'
import { DOCS_PATH, MODERATE_PATH, OPEN_API_PATH, type Route } from './routes.ts'
import type { Settings } from './settings.ts'

/** What was built: the page with all that belongs to it, and what draws it. */
export type Build = { files: Files; template: string; renderPage: RenderPage }

export type SiteOptions = {
  settings: Pick<Settings, 'origins' | 'publicUrl' | 'article'>
  service: NodeService
  backend: Pick<Backend, 'findNewestArticle'>
  build: Build
  limits: Limits
  /** `null` where they are for nobody. */
  metrics: Metrics | null
  onError: (error: unknown) => void
}

/** Everything that the server answers, by what is asked for. Rejects where something is wrong in it. */
export type Site = (request: Request, asked: Asked) => Promise<Response>

/** What an answer of the API may do where it is opened as a page. */
const ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** After how long it is worth asking again for what could not be reached. */
const RETRY_SECONDS = 5

export function createSite(options: SiteOptions): Site {
  const { settings, service, backend, build, limits, metrics, onError } = options
  const handle = createHandler(service, onError, [...serveOwn(service), ...serveModerating(service)])
  const documents = createDocuments()
  const pages = createPages({
    api: service,
    renderPage: build.renderPage,
    template: build.template,
    findFirst: async () => settings.article ?? (await backend.findNewestArticle()),
    onError,
  })
  // The handler of CORS passes requests on as they are.
  const waiting = new WeakMap<Request, Asked>()
  const limited: Handle = async (request) => {
    const asked = waiting.get(request)
    const refusal = asked ? await findRefusal(request, asked) : null
    if (refusal) {
      return problemAnswer(refusal.problem, { headers: { 'Retry-After': String(refusal.retryAfter) } })
    }
    const document = documents.get(asked?.route.pattern ?? '')
    return compressAnswer(request, await (document?.(request) ?? handle(request)))
  }
  const withOrigins = withCors(limited, settings.origins)

  async function answerApi(request: Request, asked: Asked): Promise<Response> {
    waiting.set(request, asked)
    const answer = await withOrigins(request)
    if (!answer.headers.has('Content-Security-Policy')) {
      answer.headers.set('Content-Security-Policy', ANSWER_POLICY)
    }
    answer.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
    if (answer.status === 503 && !answer.headers.has('Retry-After')) {
      answer.headers.set('Retry-After', String(RETRY_SECONDS))
    }
    return answer
  }

  /** What cannot be counted is not answered. */
  async function findRefusal(request: Request, asked: Asked): Promise<Refusal | null> {
    try {
      return await limits.take(request, asked)
    } catch (error) {
      onError(error)
      return { problem: { code: 'unavailable' }, retryAfter: RETRY_SECONDS }
    }
  }

  async function answerPage(request: Request, asked: Asked): Promise<Response> {
    const refusal = await findRefusal(request, asked)
    if (refusal) return pageInPlace(refusal)
    const { origin, searchParams } = new URL(request.url)
    const articleId = asked.route.names['articleId']?.replace(/\.html$/, '') ?? searchParams.get('article')
    return pages(request, articleId, (settings.publicUrl ?? origin) + BASE_PATH)
  }

  return async (request, asked) => {
    switch (asked.route.kind) {
      case 'api':
        return answerApi(request, asked)
      case 'page':
        return answerPage(request, asked)
      case 'metrics':
        if (metrics) return metrics.answer(request)
        return answerWithFile(request, '', build.files, [])
      case 'file':
        return answerWithFile(request, fileOf(asked.route, request), build.files, settings.origins)
    }
  }
}

function pageInPlace({ problem, retryAfter }: Refusal): Response {
  const [status, title] = problem.code === 'rate-limited' ? [429, 'Too many requests'] : [503, 'Unavailable']
  const text = `Wait ${retryAfter} seconds and load this page again.`
  return refusalPage(status, title, text, { 'Retry-After': String(retryAfter) })
}

function fileOf({ pattern }: Route, request: Request): string {
  return pattern === MODERATE_PATH ? MODERATE_FILE : new URL(request.url).pathname
}

/** What is told of the API, by the paths at which it is told; made when it is first asked for. */
function createDocuments(): Map<string, Handle> {
  return new Map([
    [OPEN_API_PATH, documentOf('application/json', () => JSON.stringify(openApi()), {})],
    [
      DOCS_PATH,
      documentOf('text/html; charset=utf-8', () => docsPage(openApi()), {
        'Content-Security-Policy': PLAIN_PAGE_POLICY,
      }),
    ],
  ])
}

function documentOf(type: string, write: () => string, headers: Record<string, string>): Handle {
  let packing: Promise<Content> | undefined
  return async (request) => {
    if (request.method === 'OPTIONS') return answerWith(204, null, { Allow: 'GET, HEAD, OPTIONS' })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const reason = 'must be made with one of GET, HEAD, OPTIONS'
      return problemAnswer(
        { code: 'invalid', field: null, reason },
        { status: 405, headers: { Allow: 'GET, HEAD, OPTIONS' } },
      )
    }
    packing ??= packContent(type, new TextEncoder().encode(write()), { quality: 9 })
    return answerWithContent(request, await packing, { headers: { 'Cache-Control': 'no-cache', ...headers } })
  }
}
