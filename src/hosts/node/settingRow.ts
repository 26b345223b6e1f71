import type { Reader } from './readSetting.ts'

export type SettingRow<Read> = {
  name: string
  /** Taken where the variable is unset or empty; `null` where there is then none. */
  initial: string | null
  explains: string
  /** What it was is not shown, neither in errors nor anywhere else. */
  isSecret: boolean
  read: Reader<Read>
}

export function row<Read>(
  name: string,
  initial: string | null,
  explains: string,
  read: Reader<Read>,
  { isSecret = false } = {},
): SettingRow<Read> {
  return { name, initial, explains, read, isSecret }
}

export function optional<Read>(
  { read, ...given }: SettingRow<Read>,
  { isSecret = false } = {},
): SettingRow<Read | null> {
  return { ...given, read, isSecret }
}
