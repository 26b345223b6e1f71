import { networkCarrier } from '../../src/api/carrier.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { conformanceSuite } from '../backend/conformance.suite.ts'
import { MODERATORS } from '../backend/conformance/moderators.ts'
import { isOpenable } from '../backend/conformance/probe.ts'
import { conformanceImports } from '../backend/imports.ts'
import { startNodeServer } from '../support/nodeServer.ts'

conformanceSuite(
  'the Node server',
  async () => {
    const environment = { SOUNDOFF_MODERATORS: MODERATORS }
    const server = await startNodeServer({ environment, seed: conformanceImports, mayOpen: isOpenable })
    return { send: networkCarrier, base: server.origin + BASE_PATH, opens: true, close: server.stop }
  },
  { isModerated: true },
)
