import { everyEndpoint } from '../../api/everyEndpoint.ts'
import { inputs } from '../../api/inputs.ts'
import { moderatingEndpoints } from '../../api/moderating.ts'
import { moderatingInputs } from '../../api/moderatingInputs.ts'

/** All that the server answers at the base path: the contract, and what moderators do. */
export const servedEndpoints = { ...everyEndpoint, ...moderatingEndpoints }

export const servedInputs = { ...inputs, ...moderatingInputs }

export type ServedName = keyof typeof servedEndpoints

export const servedNames = Object.keys(servedEndpoints) as ServedName[]
