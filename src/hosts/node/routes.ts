import { getPath } from 'hono/utils/url'
import { BASE_PATH } from '../../api/basePath.ts'
import { servedEndpoints, servedNames, type ServedName } from './served.ts'

export type Route = {
  kind: 'api' | 'page' | 'file' | 'metrics'
  /** For logs and metrics: without ids. */
  pattern: string
  /** Of the API, which endpoint it is; `null` where it is none. */
  endpoint: ServedName | null
  /** What the pattern's names stand for, such as `discussionId`. */
  names: Readonly<Record<string, string>>
}

/** What is not in the contract and is read beside it. */
export const OPEN_API_PATH = `${BASE_PATH}/openapi.json`
export const DOCS_PATH = `${BASE_PATH}/docs`
export const METRICS_PATH = '/metrics'

/** Where moderators work, which is a file of the build. */
export const MODERATE_PATH = '/moderate'

const ARTICLE_PATTERN = '/articles/:articleId'

const endpoints = servedNames.map((name) => {
  const { method, path } = servedEndpoints[name]
  return { name, method, pattern: BASE_PATH + path, shape: shapeOf(BASE_PATH + path) }
})

const articleShape = shapeOf(ARTICLE_PATTERN)

/** Where a request goes to. Paths are read as the handler's router reads them, so that none is another one to it than here. */
export function routeOf(request: Request): Route {
  const path = getPath(request)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (path === METRICS_PATH) return { kind: 'metrics', pattern: path, endpoint: null, names: {} }
  if (path === MODERATE_PATH) return { kind: 'file', pattern: path, endpoint: null, names: {} }
  if (path === '/' || path === '/index.html') return { kind: 'page', pattern: '/', endpoint: null, names: {} }
  const article = articleShape.exec(path)
  if (article) return { kind: 'page', pattern: ARTICLE_PATTERN, endpoint: null, names: { ...article.groups } }
  if (path !== BASE_PATH && !path.startsWith(`${BASE_PATH}/`)) {
    return { kind: 'file', pattern: 'files', endpoint: null, names: {} }
  }
  if (path === OPEN_API_PATH || path === DOCS_PATH)
    return { kind: 'api', pattern: path, endpoint: null, names: {} }
  const sharing = endpoints.filter(({ shape }) => shape.test(path))
  const found = sharing.find((each) => each.method === method)
  const [some = null] = [found ?? sharing[0]]
  return {
    kind: 'api',
    pattern: some?.pattern ?? `${BASE_PATH}/*`,
    endpoint: found?.name ?? null,
    names: { ...some?.shape.exec(path)?.groups },
  }
}

function shapeOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
}
