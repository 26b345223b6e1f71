import { BASE_PATH } from '../../src/api/basePath.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createModeration } from '../../src/backend/moderation/moderation.ts'
import { serveModerating } from '../../src/backend/moderation/serveModerating.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId } from '../../src/domain/ids.ts'
import { findAmong } from '../../src/hosts/node/moderators.ts'
import { tellIfUntested } from '../support/databases/withPostgres.ts'
import { conformanceSuite } from './conformance.suite.ts'
import { mo, zoe } from './conformance/moderators.ts'
import { isOpenable } from './conformance/probe.ts'
import { conformanceImports } from './imports.ts'
import { everyStore } from './stores.ts'

for (const [name, { open, openOfServer, follow }] of Object.entries(everyStore())) {
  conformanceSuite(
    `the handler over ${name}`,
    async () => {
      const ofServer = await openOfServer?.()
      const store = ofServer ?? (await open())
      for (const batch of conformanceImports) await store.importDiscussion(batch, { replace: false })
      const following = await follow?.()
      const signal = following ?? createLocalSignal()
      const service = createService({ store, clock, ids: randomId, signal, mayOpen: isOpenable })
      const findModerator = findAmong([mo, zoe])
      const moderation = ofServer && createModeration({ store: ofServer, clock, signal, findModerator })
      return {
        send: createHandler(service, undefined, moderation ? serveModerating(moderation) : []),
        base: `http://comments.test${BASE_PATH}`,
        opens: true,
        ...(following && { close: () => following.close() }),
      }
    },
    { isModerated: openOfServer !== undefined },
  )
}

tellIfUntested('the handler over PostgreSQL')

function clock(): Date {
  return new Date('2026-01-01T12:00:00.000Z')
}
