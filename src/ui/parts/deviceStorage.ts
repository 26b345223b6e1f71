/** Named values that outlive the page, where the browser allows it. */
export type DeviceStorage = {
  /** What these names are told apart by from those of other storages, locks and channels of the same origin. */
  space: string
  read(name: string): string | null
  /** `null` removes it. What could not be kept outlives a re-render, but not the page; `keeps` then turns false. */
  write(name: string, value: string | null): void
  /** Whether everything that was written is kept. */
  keeps(): boolean
  /** The names that begin with `prefix` and have a value. */
  list(prefix: string): string[]
  /** Calls `listener` after the value of that name changed, here or in another tab. Gives the way to stop. */
  subscribe(name: string, listener: () => void): () => void
  /** The same for every name that begins with `prefix`; `null` where any of them may have changed. */
  subscribeAll(prefix: string, listener: (name: string | null) => void): () => void
  mirroring: Mirroring
}

/** For what keeps values a second time, since a browser may have no room for them here, or lose the last ones in a crash. */
export type Mirroring = {
  /** Whether the value of that name was removed, and may still be kept elsewhere. */
  isRemoved(name: string): boolean
  /** The names of all such values. */
  removed(): string[]
  /** Hears that the name has that value elsewhere by now, `null` for none. */
  settle(name: string, value: string | null): void
}

/** The space of the backend in the browser, which is one for all pages of an origin. */
const BROWSER_SPACE = 'soundoff'

/** The space of the backend of that base; of the one in the browser for `null`. */
export function spaceOf(base: string | null): string {
  return base === null ? BROWSER_SPACE : `${BROWSER_SPACE}@${base}`
}

/** What the names of a space begin with in the browser's storage. */
export function prefixOf(space: string): string {
  return `${space}:`
}

/** Stands for a value that was removed, until it is removed from where it is kept a second time. */
const REMOVED = ''

/**
 * Over `localStorage` or `sessionStorage`, got through a function since touching them throws where storage is blocked
 * (then all stays in memory). A full storage throws at a write; that value then stays in memory. Names that begin with one of
 * `mirrored` are kept a second time, by something that comes later. `space` is one for each backend, as ids are unique only there.
 */
export function createDeviceStorage(
  open: () => Storage,
  mirrored: readonly string[] = [],
  space = BROWSER_SPACE,
): DeviceStorage {
  const storage = attempt(open)
  const spacePrefix = prefixOf(space)
  const memory = new Map<string, string | null>()
  const unkept = new Set<string>()
  const listeners = createListeners(storage, spacePrefix)
  let hasMirror = false
  const isMirrored = (name: string) => mirrored.some((prefix) => name.startsWith(prefix))

  function stored(name: string): string | null {
    return attempt(() => storage?.getItem(spacePrefix + name)) ?? null
  }

  function read(name: string): string | null {
    const value = memory.has(name) ? memory.get(name) : stored(name)
    return value === REMOVED ? null : (value ?? null)
  }

  function store(name: string, value: string | null): boolean {
    const isKept = attempt(() => {
      if (!storage) return false
      if (value === null) storage.removeItem(spacePrefix + name)
      else storage.setItem(spacePrefix + name, value)
      return true
    })
    return isKept ?? false
  }

  const isRemoved = (name: string) =>
    memory.has(name) ? memory.get(name) === null : stored(name) === REMOVED
  const names = () => [
    ...new Set([...memory.keys(), ...(attempt(() => namesIn(storage, spacePrefix)) ?? [])]),
  ]

  return {
    space,
    read,
    write(name, value) {
      if (store(name, value === null && isMirrored(name) ? REMOVED : value)) {
        memory.delete(name)
        unkept.delete(name)
      } else {
        // What stands there is out of date.
        store(name, null)
        memory.set(name, value)
        if (mirrored.length === 0 || isMirrored(name)) unkept.add(name)
      }
      listeners.tell(name)
    },
    keeps: () => (storage !== undefined || hasMirror) && unkept.size === 0,
    list: (prefix) => names().filter((name) => name.startsWith(prefix) && read(name) !== null),
    subscribe: (name, listener) => listeners.add(listener, (changed) => changed === name),
    subscribeAll: (prefix, listener) => listeners.add(listener, (changed) => changed.startsWith(prefix)),
    mirroring: {
      isRemoved,
      removed: () => names().filter((name) => isMirrored(name) && isRemoved(name)),
      settle(name, value) {
        hasMirror = true
        if (read(name) !== value) return
        if (value === null) store(name, null)
        if (unkept.delete(name)) listeners.tell(name)
      },
    },
  }
}

function namesIn(storage: Storage | undefined, prefix: string): string[] {
  return Object.keys(storage ?? {}).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  )
}

type Listener = (name: string | null) => void

/** Listens to other tabs as long as anybody listens. */
function createListeners(storage: Storage | undefined, prefix: string) {
  const concerned = new Map<object, { listener: Listener; concerns: (name: string) => boolean }>()
  const tell = (name: string | null) => {
    for (const { listener, concerns } of concerned.values()) {
      if (name === null || concerns(name)) listener(name)
    }
  }
  const onOtherTab = ({ storageArea, key }: StorageEvent) => {
    if (storageArea !== storage) return
    if (key === null) tell(null)
    else if (key.startsWith(prefix)) tell(key.slice(prefix.length))
  }
  // Other tabs may have changed anything while the page was kept for a return to it.
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) tell(null)
  }
  return {
    tell,
    add(listener: Listener, concerns: (name: string) => boolean) {
      if (concerned.size === 0) {
        globalThis.addEventListener?.('storage', onOtherTab)
        globalThis.addEventListener?.('pageshow', onReturn)
      }
      const id = {}
      concerned.set(id, { listener, concerns })
      return () => {
        concerned.delete(id)
        if (concerned.size > 0) return
        globalThis.removeEventListener?.('storage', onOtherTab)
        globalThis.removeEventListener?.('pageshow', onReturn)
      }
    },
  }
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
