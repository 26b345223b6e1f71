import { endpoints } from './contract.ts'
import { findingEndpoints } from './finding.ts'

/** The whole contract, for who answers it. */
export const everyEndpoint = { ...endpoints, ...findingEndpoints }
