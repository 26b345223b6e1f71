import { storeSuite } from './store.suite.ts'
import { stores } from './stores.ts'

for (const [name, openers] of Object.entries(stores)) storeSuite(name, openers)
