import { BASE_PATH } from '../../src/api/contract.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId } from '../../src/domain/ids.ts'
import { conformanceSuite } from './conformance.suite.ts'
import { conformanceImports } from './imports.ts'
import { stores } from './stores.ts'

for (const [name, { open }] of Object.entries(stores)) {
  conformanceSuite(`the handler over ${name}`, async () => {
    const store = await open()
    for (const batch of conformanceImports) await store.importDiscussion(batch, { replace: false })
    return {
      send: createHandler(createService({ store, clock, ids: randomId, signal: createLocalSignal() })),
      base: `http://comments.test${BASE_PATH}`,
    }
  })
}

function clock(): Date {
  return new Date('2026-01-01T12:00:00.000Z')
}
