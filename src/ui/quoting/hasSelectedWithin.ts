import { selectedWithin } from './selectedWithin.ts'

/** Whether anything is selected, all of it within a shadow root and none of it in a field. Our own page never needs it. */
export function hasSelectedWithin(root: ShadowRoot): boolean {
  return selectedWithin(root) !== null
}
