import { moderatingEndpoints, type Moderating } from '../../api/moderating.ts'
import { moderatingInputs } from '../../api/moderatingInputs.ts'
import { serveCalls, type Served } from '../serveCalls.ts'

/** What moderators do, for `createHandler` to serve. */
export function serveModerating(moderating: Moderating): Served[] {
  return serveCalls(moderatingEndpoints, moderatingInputs, moderating)
}
