import type { Carrier } from '../api/carrier.ts'
import { BASE_PATH } from '../api/basePath.ts'
import { isId } from '../domain/ids.ts'
import { writeJson } from '../domain/writeJson.ts'
import { localeOf } from '../ui/messages/catalogueOf.ts'
import { countLabel } from '../ui/messages/countLabel.ts'
import { readBackend } from './readBackend.ts'
import { tagAround } from './tagAround.ts'

/** As many as the contract lets one request ask for. */
const MOST = 100

export type AskedCount = {
  discussionId: string
  /** Its base, or `browser`. */
  backend: string
  /** 0 where the backend has no discussion of that id. Rejects where it cannot be had. */
  count: Promise<number>
  /** A count in words, in the language of where it is said. */
  say(count: number, at: Element): string
}

/** Asks for the count of one discussion, as attributes name it. Throws where they mean nothing. */
export type AskForCount = (backend: string, discussion: string) => AskedCount

type Counts = Promise<ReadonlyMap<string, number>>
type Asked = { ids: Set<string>; counts: Counts }

/** All that are asked for in the same task are asked for together, of each backend; `browser` is the one in the page. */
export function createCounts(networkCarrier: Carrier, browserCarrier: Carrier): AskForCount {
  const waiting = new Map<string, Asked>()

  function gather(backend: string): Asked {
    const ids = new Set<string>()
    const isInPage = backend === 'browser'
    const counts = new Promise((resolve) => setTimeout(resolve)).then(() => {
      waiting.delete(backend)
      const base = isInPage ? location.origin + BASE_PATH : backend
      return readAll(isInPage ? browserCarrier : networkCarrier, base, [...ids])
    })
    const asked = { ids, counts }
    waiting.set(backend, asked)
    return asked
  }

  return (written, discussion) => {
    const backend = readBackend(written, document.baseURI)
    if (backend === null) throw new Error(`"${written}" is no backend.`)
    const discussionId = discussion.trim()
    // With one of them, all that are asked for together would be refused.
    if (!isId(discussionId)) throw new Error(`"${discussion}" is no discussion.`)
    const { ids, counts } = waiting.get(backend) ?? gather(backend)
    ids.add(discussionId)
    const count = counts.then((found) => found.get(discussionId) ?? 0)
    return { discussionId, backend, count, say }
  }
}

async function readAll(carrier: Carrier, base: string, ids: readonly string[]): Counts {
  const parts = []
  for (let from = 0; from < ids.length; from += MOST) parts.push(ids.slice(from, from + MOST))
  const answers = await Promise.all(parts.map((part) => readCounts(carrier, base, part)))
  return new Map(answers.flat())
}

function say(count: number, at: Element): string {
  return countLabel(count, localeOf(tagAround(at)))
}

/** By hand, as the schemas are larger than all of this. */
async function readCounts(
  carrier: Carrier,
  base: string,
  discussionIds: readonly string[],
): Promise<[string, number][]> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  const body = writeJson({ discussionIds })
  const response = await carrier(new Request(`${base}/counts`, { method: 'POST', headers, body }))
  const answer: unknown = response.ok ? await response.json() : null
  if (typeof answer !== 'object' || answer === null) throw new Error(`${base} told no counts.`)
  return Object.entries(answer).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))
}
