import type { CommentId } from '../../../src/domain/ids.ts'
import { openStoryBackend, WRITER } from './storyBackend.ts'

/** What stands in the discussion when a story begins: two threads, each with a reply. */
const ROWS = [
  ['c1', null, 1, 'Pete'],
  ['c2', 'c1', 2, 'Hapa'],
  ['c3', null, 3, 'George'],
  ['c4', 'c3', 4, 'Kim'],
] as const

export type PageBackend = Awaited<ReturnType<typeof openPageBackend>>

/** The backend of one story on the whole page. `own` is a reply by the writer, who has the right to edit it. */
export async function openPageBackend() {
  const { api: _, post, listOwn, ...backend } = await openStoryBackend(ROWS)
  const own = await post(WRITER, 'c1' as CommentId, 'Mine.')
  return {
    ...backend,
    own,
    comeByOther: (parentId: string | null, words: string) =>
      post('Brook', parentId as CommentId | null, words),
    /** What the writer has in the store: the texts that were posted from the page, each as often as it stands there, and `own`. */
    async held(): Promise<{ posted: string[]; own: string }> {
      const texts = await listOwn()
      return {
        posted: texts.filter(({ id }) => id !== own.id).map(({ body }) => body),
        own: texts.find(({ id }) => id === own.id)?.body ?? '',
      }
    },
  }
}
