import { createParser, type EventSourceMessage } from 'eventsource-parser'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { changePage, comment, type ChangePage } from '../../../src/api/schemas.ts'
import { expectProblem, newName, write, writing, type Probe } from './probe.ts'

/** What changes is told to those who follow, as it happens. */
export function eventsSuite({ api, get, post }: Probe): void {
  describe('following', () => {
    test('a stream begins at once, and tells a comment as soon as it is posted', async () => {
      const since = await versionNow()
      const { response, next, leave } = await follow(`?since=${since}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toBe('text/event-stream')
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      expect(response.headers.get('Soundoff-Api')).toBe('1')
      expect(pageIn(await next())).toMatchObject({ since, version: since, added: [], isReset: false })
      const posted = v.parse(comment, await (await post(write('Followed'))).json())
      const event = await next()
      expect(event).toMatchObject({ event: 'changes', id: `${since + 1}` })
      expect(pageIn(event)).toMatchObject({ since, version: since + 1, added: [posted] })
      await leave()
    })

    test('a stream that is taken up again goes on where it was left', async () => {
      const since = await versionNow()
      await post(write('Before'))
      const first = await follow(`?since=${since}`)
      const told = await first.next()
      await first.leave()
      const { id } = v.parse(comment, await (await post(write('Meanwhile'))).json())
      const again = await follow('?since=0', { 'Last-Event-ID': `${told?.id}` })
      expect(pageIn(await again.next())).toMatchObject({
        since: since + 1,
        version: since + 2,
        added: [{ id }],
      })
      await again.leave()
    })

    test('all who follow are told, each from where it stands', async () => {
      const since = await versionNow()
      const early = await follow(`?since=${since}`)
      await early.next()
      await post(write('For both'))
      const late = await follow(`?since=${since + 1}`)
      await late.next()
      await post(write('For both again'))
      const pages: ChangePage[] = []
      while (pages.at(-1)?.version !== since + 2) pages.push(pageIn(await early.next()))
      expect(pages.flatMap(({ added }) => added.length)).toEqual(
        pages.map(({ since: from, version }) => version - from),
      )
      expect(pageIn(await late.next())).toMatchObject({ since: since + 1, version: since + 2 })
      await Promise.all([early.leave(), late.leave()])
    })

    test('a version that never was is told as a reset', async () => {
      const { next, leave } = await follow('?since=999999999')
      expect(pageIn(await next())).toMatchObject({ isReset: true, version: await versionNow() })
      await leave()
    })

    test('through a client, each change comes once', async () => {
      const since = await versionNow()
      const leaving = new AbortController()
      const author = { name: newName() }
      const heard: string[] = []
      for await (const page of api().followChanges({ discussionId: writing, since }, leaving)) {
        heard.push(...page.added.map(({ body }) => body))
        if (heard.length === 3) leaving.abort()
        else
          await api().postComment({ discussionId: writing, parentId: null, author, body: `${heard.length}` })
      }
      expect(heard).toEqual(['0', '1', '2'])
    })

    test('only the head of a stream can be asked for', async () => {
      const response = await get('/discussions/writing/events?since=0', { method: 'HEAD' })
      expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
        200,
        'text/event-stream',
        '',
      ])
    })

    test.for([
      ['no version', '', {}],
      ['an empty version', '?since=', {}],
      ['a version below 0', '?since=-1', {}],
      ['an event id that is no version', '?since=0', { 'Last-Event-ID': 'x' }],
    ] as const)('from %s, a stream is refused', async ([, query, headers]) => {
      const response = await get(`/discussions/writing/events${query}`, { headers })
      const reason: string = expect.any(String)
      await expectProblem(response, 400, { code: 'invalid', field: 'since', reason })
    })

    test('a discussion that is not here cannot be followed', async () => {
      const response = await get('/discussions/none/events?since=0')
      await expectProblem(response, 404, { code: 'not-found', resource: 'discussion' })
    })
  })

  async function versionNow(): Promise<number> {
    return (await api().readDiscussion({ discussionId: writing })).version
  }

  async function follow(query: string, headers: Record<string, string> = {}) {
    const response = await get(`/discussions/writing/events${query}`, { headers })
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    const events: EventSourceMessage[] = []
    const parser = createParser({ onEvent: (event) => events.push(event) })
    return {
      response,
      next: async () => {
        while (events.length === 0) {
          const { done, value } = (await reader?.read()) ?? {}
          if (done) return undefined
          parser.feed(decoder.decode(value, { stream: true }))
        }
        return events.shift()
      },
      leave: () => reader?.cancel(),
    }
  }
}

function pageIn(event: EventSourceMessage | undefined): ChangePage {
  return v.parse(changePage, JSON.parse(event?.data ?? 'null'))
}
