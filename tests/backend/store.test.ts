import { describe } from 'vitest'
import { storeSuite } from './store.suite.ts'
import { missingStores, stores } from './stores.ts'

for (const [name, openers] of Object.entries(stores)) storeSuite(name, openers)

for (const name of missingStores)
  describe.skip(`NOT TESTED, as there is no ${name} here: the store in ${name}`)
