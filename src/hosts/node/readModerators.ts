import type { Moderator } from './moderators.ts'
import { listOf, type Reading } from './readSetting.ts'

/** A list is parted by commas and spaces, so that neither is in a name. */
const MODERATOR = /^([^:\p{C}]{1,40}):([A-Za-z0-9_-]{32,512})$/u

/** Each token is of one moderator, who may have several. */
export function readModerators(text: string): Reading<Moderator[]> {
  const reading = listOf(readModerator)(text)
  if ('mayBe' in reading) return reading
  const tokens = new Set(reading.value.map(({ token }) => token))
  return tokens.size === reading.value.length ? reading : { mayBe: 'a list of tokens that all differ' }
}

function readModerator(text: string): Reading<Moderator> {
  const [, name, token] = MODERATOR.exec(text) ?? []
  return name === undefined || token === undefined
    ? {
        mayBe:
          'a name of at most 40 characters, a colon, and a token of 32 letters, digits, "-" and "_" or more',
      }
    : { value: { name, token } }
}
