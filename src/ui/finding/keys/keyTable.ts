/** Single keys, by what they type, and what each does; in the order in which they are told. */
export const KEYS = [
  { key: 'j', does: 'next' },
  { key: 'k', does: 'previous' },
  { key: 't', does: 'nextThread' },
  { key: 'u', does: 'parent' },
  { key: 'c', does: 'firstReply' },
  { key: 'n', does: 'nextNew' },
  { key: 'f', does: 'fold' },
  { key: 'r', does: 'reply' },
  { key: '/', does: 'search' },
  { key: '?', does: 'help' },
] as const

export type KeyAction = (typeof KEYS)[number]['does']

/** What leads from one comment to another. */
export type Step = Extract<KeyAction, 'next' | 'previous' | 'nextThread' | 'parent' | 'firstReply'>

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>

export function actionOf(pressed: Pressed): KeyAction | null {
  const key = singleKey(pressed)
  return KEYS.find((each) => each.key === key)?.does ?? null
}

/** What a key types by itself; `null` with others held, but for those that a keyboard needs to type a sign. */
export function singleKey(pressed: Pressed): string | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null
  const key = latinOf(pressed)
  return pressed.shiftKey && key !== '/' && key !== '?' ? null : key
}

/** Of a letter of another script, the one that stands on the same key of an American keyboard. Capitals are typed while Caps Lock is on. */
function latinOf({ key, code, shiftKey }: Pressed): string {
  if (key < '\u0080') return key.length === 1 ? key.toLowerCase() : key
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key
}
