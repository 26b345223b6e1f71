import { openStoryBackend } from './storyBackend.ts'

/** The backend of one story of those who only write. */
export async function openBackend() {
  const {
    api: _,
    post,
    listOwn,
    ...backend
  } = await openStoryBackend([
    ['c1', null, 1],
    ['c2', 'c1', 2],
    ['c3', null, 3],
  ])
  return {
    ...backend,
    async comeByOther(words: string) {
      await post('Brook', null, words)
    },
    /** The texts of the writer that the store has, each as often as it stands there. */
    posted: async () => (await listOwn()).map(({ body }) => body),
  }
}
