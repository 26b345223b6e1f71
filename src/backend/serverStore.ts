import type { ErasingStore } from './erasingStore.ts'
import type { ExchangingStore } from './exchangingStore.ts'
import type { ModeratingStore } from './moderatingStore.ts'
import type { Store } from './store.ts'

/** The store of a server, which does more than that of a browser, where one person writes. */
export type ServerStore = Store & ExchangingStore & ErasingStore & ModeratingStore
