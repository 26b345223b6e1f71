import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { withFaults } from '../../src/hosts/browser/withFaults.ts'
import { NO_FAULTS, parseFaults, type Faults } from '../../src/hosts/faults.ts'

describe('a list of faults', () => {
  test.each([
    ['', NO_FAULTS],
    ['latency:800', { ...NO_FAULTS, latency: 800 }],
    ['fail:0.2', { ...NO_FAULTS, fail: 0.2 }],
    ['drop-after-commit:1', { ...NO_FAULTS, dropAfterCommit: 1 }],
    [' fail : 1 , on : post , times : 2 ', { ...NO_FAULTS, fail: 1, on: 'post', times: 2 }],
    ['fail:0.1,fail:0.5,', { ...NO_FAULTS, fail: 0.5 }],
    ['fail:1,on:patch', { ...NO_FAULTS, fail: 1, on: 'patch' }],
    ['fail:1,on:delete', { ...NO_FAULTS, fail: 1, on: 'delete' }],
    [
      'latency:10,fail:0.2,drop-after-commit:0.1,on:get,times:3',
      { latency: 10, fail: 0.2, dropAfterCommit: 0.1, on: 'get', times: 3 },
    ],
  ])('%j is understood', (text, faults) => {
    expect(parseFaults(text)).toEqual({ faults, problems: [] })
  })

  test.each([
    ['slow:800', '"slow:800": there is no such fault'],
    ['fail', '"fail": the share'],
    ['fail:1.1', '"fail:1.1": the share'],
    ['fail:-1', '"fail:-1": the share'],
    ['fail:0x1', '"fail:0x1": the share'],
    ['fail:0.5:0.5', '"fail:0.5:0.5": the share'],
    ['latency:soon', '"latency:soon": latency'],
    ['latency:60001', '"latency:60001": latency'],
    ['times:1.5', '"times:1.5": times'],
    ['on:put', '"on:put": faults are put on'],
  ])('of %j the part is left out and named, and the rest counts', (text, problem) => {
    const { faults, problems } = parseFaults(`latency:5,${text},drop-after-commit:0.5`)
    expect(faults).toEqual({ ...NO_FAULTS, latency: 5, dropAfterCommit: 0.5 })
    expect(problems).toEqual([expect.stringContaining(problem)])
  })

  test('whatever it is, shares are shares, and every part is understood or named', () => {
    const part = fc.stringMatching(/^(fail|drop-after-commit|latency|on|times|\w*):?[\d.a-z-]{0,4}$/)
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const { faults, problems } = parseFaults(parts.join(','))
        expect([faults.fail, faults.dropAfterCommit].every((share) => share >= 0 && share <= 1)).toBe(true)
        expect(faults.latency >= 0 && faults.times >= 0).toBe(true)
        expect(problems.length).toBeLessThanOrEqual(parts.join(',').split(',').length)
      }),
    )
  })
})

describe('a handler with faults', () => {
  afterEach(() => vi.useRealTimers())

  test('refuses as unavailable before anything is done, and is well after so many times', async () => {
    const { ask, done } = handlerWith({ fail: 1, times: 2 })
    const answers = [await ask('POST'), await ask('GET'), await ask('POST')]
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200])
    expect(answers[0]?.headers.has(ANSWER_HEADER)).toBe(true)
    expect(await answers[0]?.json()).toMatchObject({ code: 'unavailable' })
    expect(done).toEqual(['POST'])
  })

  test('loses an answer only after everything is done', async () => {
    const { ask, done } = handlerWith({ dropAfterCommit: 1, times: 1 })
    const answers = [await ask('POST'), await ask('POST')]
    expect(answers.map(({ type }) => type)).toEqual(['error', 'default'])
    expect(done).toEqual(['POST', 'POST'])
  })

  test('ends a stream whose answer it loses, and leaves one alone that has begun', async () => {
    const streams: ReadableStream[] = []
    const ended: number[] = []
    const open = async () => {
      const index = streams.length
      streams.push(new ReadableStream({ cancel: () => void ended.push(index) }))
      return new Response(streams[index])
    }
    const handle = withFaults(open, { ...NO_FAULTS, dropAfterCommit: 1, times: 1 }, () => 0)
    const request = () => new Request('http://comments.test/')
    expect((await handle(request())).type).toBe('error')
    expect((await handle(request())).body?.locked).toBe(false)
    expect(ended).toEqual([0])
  })

  test('leaves the requests alone that are not concerned', async () => {
    const { ask } = handlerWith({ fail: 1, on: 'post' })
    expect([(await ask('GET')).status, (await ask('POST')).status]).toEqual([200, 503])
  })

  test('answers later by the latency, and not before', async () => {
    vi.useFakeTimers()
    const { ask, done } = handlerWith({ latency: 800 })
    const answer = ask('GET')
    await vi.advanceTimersByTimeAsync(799)
    expect(done).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect((await answer).status).toBe(200)
  })

  test('fails the share that it is told to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (fail) => {
        const draws = [0, 0.25, 0.5, 0.75]
        const { ask } = handlerWith({ fail }, draws)
        const failed = await Promise.all(draws.map(async () => (await ask('GET')).status === 503))
        expect(failed).toEqual(draws.map((draw) => draw < fail))
      }),
    )
  })
})

/** A handler that notes what it does; `draws` are what chance gives to the questions whether it fails. */
function handlerWith(faults: Partial<Faults>, draws: readonly number[] = []) {
  const done: string[] = []
  const left = draws.values()
  const handle = withFaults(
    async ({ method }) => {
      done.push(method)
      return new Response('done')
    },
    { ...NO_FAULTS, ...faults },
    () => (faults.dropAfterCommit || draws.length === 0 ? 0 : (left.next().value ?? 1)),
  )
  return { done, ask: (method: string) => handle(new Request('http://comments.test/', { method })) }
}
