import { tellIfUntested } from '../support/databases/withPostgres.ts'
import { storeSuite } from './store.suite.ts'
import { everyStore } from './stores.ts'

for (const [name, openers] of Object.entries(everyStore())) storeSuite(name, openers)

tellIfUntested('the store in PostgreSQL')
