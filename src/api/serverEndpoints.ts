import { everyEndpoint } from './everyEndpoint.ts'
import { inputs } from './inputs.ts'
import { ownEndpoints, ownInputs } from './own.ts'

/** What a server answers: the contract, and what no page calls. */
export const serverEndpoints = { ...everyEndpoint, ...ownEndpoints }

export const serverInputs = { ...inputs, ...ownInputs }

export type ServerEndpointName = keyof typeof serverEndpoints
