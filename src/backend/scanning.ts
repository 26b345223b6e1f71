import { foldName, matches } from '../domain/search.ts'
import { isGone } from './page.ts'
import type { Moment, Search, Survey } from './searchingStore.ts'
import { byMoment } from './siblingOrder.ts'
import type { StoredComment } from './store.ts'

/** Looks at every comment of a discussion, each once and in any order, and gives what came of it. */
export type Scan<Result> = { look(comment: StoredComment): void; end(): Result }

/** What `SearchingStore.search` finds. Holds no more than twice what it gives. */
export function createSearch({
  terms,
  author,
  from,
  until,
  after,
  limit,
}: Search): Scan<{ comments: StoredComment[]; total: number }> {
  let total = 0
  let newest: StoredComment[] = []
  const cut = () => {
    newest = newest.toSorted((a, b) => byMoment(b, a)).slice(0, limit)
  }
  return {
    look(comment) {
      const { createdAt, body, author: writer } = comment
      if (isGone(comment) || (from !== null && createdAt < from)) return
      if (until !== null && createdAt >= until) return
      if (author !== null && foldName(writer.name) !== author) return
      if (!matches([body, writer.name], terms)) return
      total += 1
      if (after && byMoment(comment, after) >= 0) return
      newest.push(comment)
      if (newest.length > 2 * limit) cut()
    },
    end() {
      cut()
      return { comments: newest, total }
    },
  }
}

/** What `SearchingStore.survey` counts. */
export function createSurvey(limits: { people: number; steps: number }): Scan<Omit<Survey, 'discussion'>> {
  const names = new Map<string, Written>()
  const times: number[] = []
  return {
    look(comment) {
      if (isGone(comment)) return
      const { name } = comment.author
      names.set(name, together(names.get(name), { name, count: 1, first: comment }))
      times.push(Date.parse(comment.createdAt))
    },
    end() {
      const people = groupPeople(names.values())
      return {
        people: people.slice(0, limits.people).map(({ name, count }) => ({ name, count })),
        peopleCount: people.length,
        timeline: layOut(times, limits.steps),
        total: times.length,
      }
    },
  }
}

/** What was written under a name, and when first. */
type Written = { name: string; count: number; first: Moment }

/** A name of which nothing is left once it is folded is nobody's. */
function groupPeople(names: Iterable<Written>): Written[] {
  const people = new Map<string, Written>()
  for (const written of names) {
    const key = foldName(written.name)
    if (key !== '') people.set(key, together(people.get(key), written))
  }
  return [...people.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

function together(one: Written | undefined, other: Written): Written {
  if (!one) return other
  const { name, first } = byMoment(one.first, other.first) <= 0 ? one : other
  return { name, first, count: one.count + other.count }
}

function layOut(times: readonly number[], steps: number): Survey['timeline'] {
  if (times.length === 0) return null
  const from = times.reduce((least, time) => Math.min(least, time))
  const last = times.reduce((most, time) => Math.max(most, time))
  const step = Math.ceil((last + 1 - from) / steps)
  const counts = Array.from({ length: Math.floor((last - from) / step) + 1 }, () => 0)
  for (const time of times) {
    const index = Math.floor((time - from) / step)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return { from: instant(from), until: instant(from + counts.length * step), step, counts }
}

function instant(time: number): string {
  return new Date(time).toISOString()
}
