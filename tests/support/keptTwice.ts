import type { Page } from 'playwright-core'

/**
 * Whether all that was written on this page is in the storage that outlives the browser's process, too. What the smaller one was
 * given in its last seconds, a browser that is killed may lose.
 */
export function isKeptTwice(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    if (databases.every(({ name }) => name !== 'soundoff-drafts')) return false
    const database = await settled(indexedDB.open('soundoff-drafts'))
    const store = database.transaction('texts').objectStore('texts')
    const [names, texts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    database.close()
    const second = names.map((name, index) => [`soundoff:${name as string}`, texts[index] as string])
    const first = Object.entries(localStorage).filter(([name]) => /^soundoff:(draft|outbox):/.test(name))
    return JSON.stringify(first.toSorted()) === JSON.stringify(second.toSorted())

    function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('It cannot be read.')))
      })
    }
  })
}
