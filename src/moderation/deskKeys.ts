import { singleKey, type Pressed } from '../ui/finding/keys/keyTable.ts'

/** Single keys of the queue, and what each does; in the order in which they are told. */
export const DESK_KEYS = [
  { key: 'j', does: 'next' },
  { key: 'k', does: 'previous' },
  { key: 'a', does: 'approve' },
  { key: 'r', does: 'reject' },
  { key: 'd', does: 'delete' },
  { key: 'u', does: 'undo' },
  { key: '?', does: 'help' },
] as const

export type DeskAction = (typeof DESK_KEYS)[number]['does']

/** What a key does; nothing that decides where it is held down, which nobody means. */
export function deskActionOf(pressed: Pressed & Pick<KeyboardEvent, 'repeat'>): DeskAction | null {
  const key = singleKey(pressed)
  const action = DESK_KEYS.find((each) => each.key === key)?.does ?? null
  const isMove = action === 'next' || action === 'previous'
  return pressed.repeat && !isMove ? null : action
}
