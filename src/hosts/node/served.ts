import { everyEndpoint } from '../../api/everyEndpoint.ts'
import { inputs } from '../../api/inputs.ts'
import { moderatingEndpoints } from '../../api/moderating.ts'
import { moderatingInputs } from '../../api/moderatingInputs.ts'
import { ownEndpoints, ownInputs } from '../../api/own.ts'

/** All that the server answers at the base path: the contract, what writers may do with what is theirs, and what moderators do. */
export const servedEndpoints = { ...everyEndpoint, ...ownEndpoints, ...moderatingEndpoints }

export const servedInputs = { ...inputs, ...ownInputs, ...moderatingInputs }

export type ServedName = keyof typeof servedEndpoints

export const servedNames = Object.keys(servedEndpoints) as ServedName[]
