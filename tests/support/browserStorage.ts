/**
 * How the tabs of a browser share their storage: `shared` in one process, where a value is there at once and only the
 * event that tells of it comes later; `copied` over processes, where the value comes with the event, and a tab that has
 * written under the same name since keeps its own until the browser has put all in one order.
 */
export type StorageKind = 'shared' | 'copied'

export type StorageTab = {
  storage: Storage
  /** Delivers the oldest event that waits for this tab. Gives whether there was one. */
  deliver(): boolean
  /** From now on the tab sees and changes nothing but a copy of its own, as one whose process has ended. */
  kill(): void
}

export type BrowserStorage = {
  openTab(): StorageTab
  /** Delivers all that waits, and what it leads to, to every tab. */
  deliverAll(): void
  /** From now on it takes no value that is longer than the one it replaces. */
  fill(): void
  /** What the browser holds. */
  values: Map<string, string>
}

type Values = Map<string, string>
type Mutation = { name: string; value: string | null; tab: object }

/** A browser's `localStorage`, whose tabs hear of each other when the test says so. */
export function createBrowserStorage(kind: StorageKind = 'shared'): BrowserStorage {
  const values: Values = new Map()
  const log: Mutation[] = []
  const tabs = new Set<StorageTab>()
  let isFull = false

  function openTab(): StorageTab {
    const self = {}
    let seen = log.length
    let isAlive = true
    let own: Values = kind === 'shared' ? values : new Map(values)
    const unconfirmed = new Map<string, number>()

    function set(name: string, value: string | null): void {
      const before = own.get(name) ?? null
      if (before === value) return
      if (isFull && (value?.length ?? 0) > (before?.length ?? 0)) {
        throw new DOMException('full', 'QuotaExceededError')
      }
      apply(own, name, value)
      if (!isAlive) return
      apply(values, name, value)
      unconfirmed.set(name, (unconfirmed.get(name) ?? 0) + 1)
      log.push({ name, value, tab: self })
    }

    const tab: StorageTab = {
      storage: storageOver(() => own, set),
      deliver() {
        for (let mutation = log[seen]; mutation; mutation = log[seen]) {
          seen += 1
          const { name, value } = mutation
          const waiting = unconfirmed.get(name) ?? 0
          if (mutation.tab === self) {
            unconfirmed.set(name, waiting - 1)
            continue
          }
          if (kind === 'copied' && waiting === 0) apply(own, name, value)
          const told = { key: name, newValue: value, storageArea: tab.storage }
          globalThis.dispatchEvent(Object.assign(new Event('storage'), told))
          return true
        }
        return false
      },
      kill() {
        own = new Map(own)
        isAlive = false
        seen = Infinity
        tabs.delete(tab)
      },
    }
    tabs.add(tab)
    return tab
  }

  function deliverAll(): void {
    for (let rounds = 0; [...tabs].filter((tab) => tab.deliver()).length > 0; rounds += 1) {
      if (rounds > 10_000) throw new Error('The tabs never come to agree.')
    }
  }

  return { openTab, deliverAll, fill: () => void (isFull = true), values }
}

function apply(values: Values, name: string, value: string | null): void {
  if (value === null) values.delete(name)
  else values.set(name, value)
}

/** A `Storage` has its names as its own keys. */
function storageOver(values: () => Values, set: (name: string, value: string | null) => void): Storage {
  const methods = {
    getItem: (name: string) => values().get(name) ?? null,
    setItem: (name: string, value: string) => set(name, value),
    removeItem: (name: string) => set(name, null),
    clear: () => [...values().keys()].forEach((name) => set(name, null)),
    key: (index: number) => [...values().keys()][index] ?? null,
    get length() {
      return values().size
    },
  }
  return new Proxy<Storage>(methods, {
    ownKeys: () => [...values().keys()],
    getOwnPropertyDescriptor: (_, name) =>
      typeof name === 'string' && values().has(name)
        ? { value: values().get(name), enumerable: true, configurable: true }
        : undefined,
  })
}
