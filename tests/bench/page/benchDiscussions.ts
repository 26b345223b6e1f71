import { readFileSync } from 'node:fs'
import type { Import } from '../../../src/backend/store.ts'
import type { CommentId } from '../../../src/domain/ids.ts'
import { generateDiscussion } from '../../support/generateDiscussion.ts'
import { readTranscript } from '../../support/readTranscript.ts'

/** A discussion to be measured, with the thread of its first page that has most replies. */
export type BenchDiscussion = {
  batch: Import
  threadCount: number
  largest: { threadId: CommentId; replyCount: number }
}

const SEED = 20130411
const KERRY = 'kerry-to-urge-china'
const FIRST_PAGE = 20

/** The Kerry page for 25, else a generated one. */
export function benchDiscussion(count: number): BenchDiscussion {
  const batch = count === 25 ? readKerry() : generateDiscussion({ seed: SEED, count })
  const threads = threadsOf(batch)
  const [largest] = threads.slice(0, FIRST_PAGE).toSorted((a, b) => b.replyCount - a.replyCount)
  if (largest === undefined) throw new Error('A discussion without comments cannot be measured.')
  return { batch, threadCount: threads.length, largest }
}

function readKerry(): Import {
  return readTranscript(readFileSync(`public/transcripts/${KERRY}.txt`, 'utf8'), { id: KERRY })
}

function threadsOf({ comments }: Import): BenchDiscussion['largest'][] {
  const threads: BenchDiscussion['largest'][] = []
  for (const { id, parentId } of comments) {
    const thread = threads.at(-1)
    if (parentId === null) threads.push({ threadId: id, replyCount: 0 })
    else if (thread) thread.replyCount += 1
  }
  return threads
}
