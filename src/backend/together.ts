import type { Call } from '../api/contract.ts'

/**
 * Lists changes once for all who ask for the same ones at the same moment, as everybody who follows a discussion does when something
 * changes in it. It is begun only after all of them have asked, so that nobody is given what was read before.
 */
export function together(list: Call<'listChanges'>): Call<'listChanges'> {
  const gathering = new Map<string, ReturnType<typeof list>>()
  return (input) => {
    const key = `${input.discussionId} ${input.since}`
    const begun = gathering.get(key)
    if (begun) return begun
    const listing = Promise.resolve().then(() => {
      gathering.delete(key)
      return list(input)
    })
    gathering.set(key, listing)
    return listing
  }
}
