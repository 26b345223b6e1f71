import { describe, expect, test } from 'vitest'
import { ANSWER_HEADER, endpoints, inputHeaders } from '../../src/api/contract.ts'
import { withCors } from '../../src/backend/cors.ts'

const blog = 'https://blog.example'
const allowed = [blog, 'http://localhost:5173']
const strangers = [
  'https://blog.example.evil.example',
  'https://evil.example',
  'https://evilblog.example',
  'https://sub.blog.example',
  'http://blog.example',
  'https://blog.example:8443',
  'https://blog.example/',
  'https://BLOG.example',
  'https://blog.example https://evil.example',
  'http://localhost',
  'null',
  '*',
  '',
]

describe('an answer', () => {
  test.for(allowed)('may be read by a page of %s, with what a client looks at', async (origin) => {
    const { status, headers } = await answerTo({ headers: { Origin: origin } })
    expect(status).toBe(201)
    expect(corsIn(headers)).toEqual({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'Soundoff-Api, Location, Retry-After',
    })
    expect(headers.get('Vary')).toBe('Accept, Origin')
    expect([headers.get(ANSWER_HEADER), headers.get('Location')]).toEqual(['1', '/1'])
  })

  test.for(strangers)('says nothing to a page of "%s"', async (origin) => {
    const { status, headers } = await answerTo({ headers: { Origin: origin } })
    expect([status, corsIn(headers), headers.get('Vary')]).toEqual([201, {}, 'Accept'])
  })

  test.for(['GET', 'OPTIONS'])('to what names no origin is as it was: %s', async (method) => {
    const headers = { 'Access-Control-Request-Method': 'PUT' }
    const answer = await answerTo({ method, headers })
    expect([answer.status, corsIn(answer.headers), answer.headers.get('Vary')]).toEqual([201, {}, 'Accept'])
  })

  test('is given as it comes, also one that cannot be changed', async () => {
    let isCancelled = false
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array([1])),
      cancel: () => void (isCancelled = true),
    })
    const answer = await withCors(
      async () => new Response(body),
      allowed,
    )(requestOf({ headers: { Origin: blog } }))
    const reader = answer.body?.getReader()
    expect((await reader?.read())?.value).toEqual(new Uint8Array([1]))
    await reader?.cancel()
    expect(isCancelled).toBe(true)
    const moved = withCors(async () => Response.redirect('https://comments.test/'), allowed)
    expect((await moved(requestOf({ headers: { Origin: blog } }))).status).toBe(302)
  })
})

describe('a preflight', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'PUT' },
  })

  test.for(allowed)(
    'of %s is told the methods and headers of the contract, and is not handled',
    async (origin) => {
      const answer = await answerTo(preflight(origin))
      expect([answer.status, await answer.text(), answer.headers.get('Vary')]).toEqual([204, '', 'Origin'])
      expect(corsIn(answer.headers)).toEqual({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE, HEAD',
        'access-control-allow-headers':
          'Accept, Content-Type, Last-Event-ID, Idempotency-Key, Authorization, If-Match',
        'access-control-max-age': '7200',
      })
    },
  )

  test('names every method and header of the contract', async () => {
    const { headers } = await answerTo(preflight(blog))
    const methods = headers.get('Access-Control-Allow-Methods')?.split(', ')
    expect(methods).toEqual(expect.arrayContaining(Object.values(endpoints).map(({ method }) => method)))
    const names = headers.get('Access-Control-Allow-Headers')?.split(', ')
    expect(names).toEqual(expect.arrayContaining(Object.values(inputHeaders)))
  })

  test.for(strangers)('of "%s" is refused', async (origin) => {
    const answer = await answerTo(preflight(origin))
    expect([answer.status, await answer.text(), corsIn(answer.headers)]).toEqual([403, '', {}])
  })

  test('is told from a question for the methods of a path', async () => {
    const answer = await answerTo({ method: 'OPTIONS', headers: { Origin: blog } })
    expect(answer.status).toBe(201)
  })
})

test.for([
  '*',
  'null',
  '',
  'blog.example',
  'https://blog.example/',
  'https://BLOG.example',
  'https://blog.example:443',
])('"%s" cannot be allowed, as it is no origin', (origin) => {
  expect(() => withCors(answer, [blog, origin])).toThrow(`"${origin}" is not an origin`)
})

test('where no origin is allowed, none is', async () => {
  const answered = await withCors(answer, [])(requestOf({ headers: { Origin: blog } }))
  expect(corsIn(answered.headers)).toEqual({})
})

async function answer(): Promise<Response> {
  const headers = { [ANSWER_HEADER]: '1', Location: '/1', Vary: 'Accept' }
  return new Response('Handled', { status: 201, headers })
}

function answerTo(init: RequestInit): Promise<Response> {
  return withCors(answer, allowed)(requestOf(init))
}

function requestOf(init: RequestInit): Request {
  return new Request('https://comments.test/api/v1/health', init)
}

function corsIn(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')))
}
