import type { Page } from 'playwright-core'

/**
 * Whether all that was written on this page is in the storage that outlives the browser's process, too. What the smaller one was
 * given in its last seconds, a browser that is killed may lose.
 */
export function isKeptTwice(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.endsWith('-drafts') ? [name] : [],
    )
    const [kept] = names
    if (kept === undefined) return false
    const space = kept.replace(/-drafts$/, '')
    const database = await settled(indexedDB.open(kept))
    const store = database.transaction('texts').objectStore('texts')
    const [keys, texts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    database.close()
    const second = keys.map((key, index) => [`${space}:${key as string}`, texts[index] as string])
    const first = Object.entries(localStorage).filter(([name]) =>
      /^soundoff[^:]*(:.*)?:(draft|outbox):/.test(name),
    )
    return JSON.stringify(first.toSorted()) === JSON.stringify(second.toSorted())

    function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('It cannot be read.')))
      })
    }
  })
}
