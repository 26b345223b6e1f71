import { BASE_PATH } from '../../src/api/basePath.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId } from '../../src/domain/ids.ts'
import { tellIfUntested } from '../support/databases/withPostgres.ts'
import { conformanceSuite } from './conformance.suite.ts'
import { isOpenable } from './conformance/probe.ts'
import { conformanceImports } from './imports.ts'
import { everyStore } from './stores.ts'

for (const [name, { open, follow }] of Object.entries(everyStore())) {
  conformanceSuite(`the handler over ${name}`, async () => {
    const store = await open()
    for (const batch of conformanceImports) await store.importDiscussion(batch, { replace: false })
    const following = await follow?.()
    const signal = following ?? createLocalSignal()
    const ports = { store, clock, ids: randomId, signal, mayOpen: isOpenable }
    return {
      send: createHandler(createService(ports)),
      base: `http://comments.test${BASE_PATH}`,
      opens: true,
      ...(following && { close: () => following.close() }),
    }
  })
}

tellIfUntested('the handler over PostgreSQL')

function clock(): Date {
  return new Date('2026-01-01T12:00:00.000Z')
}
