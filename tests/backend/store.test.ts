import { tellIfUntested } from '../support/databases/withPostgres.ts'
import { storeSuite } from './store.suite.ts'
import { stores } from './stores.ts'

for (const [name, openers] of Object.entries(stores)) storeSuite(name, openers)

tellIfUntested('the store in PostgreSQL')
