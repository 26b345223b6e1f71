import { ownEndpoints, ownInputs, type OwnApi } from '../api/own.ts'
import { serveCalls, type Served } from './serveCalls.ts'

/** What writers may do with what is theirs, for `createHandler` to serve. */
export function serveOwn(own: OwnApi): Served[] {
  return serveCalls(ownEndpoints, ownInputs, own)
}
