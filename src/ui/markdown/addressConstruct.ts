import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import { withoutEnding } from '../discussion/links.ts'

const BEGINNINGS = ['https://', 'http://', 'www.']
/** What ends an address, and beyond that what Markdown may need for itself. */
const END = /[\s<>"“”«»[\]`\\]/u

/**
 * Keeps a bare web address together, so that the `*` and `_` in it are its own. What it becomes is text, of which the
 * addresses are then made links as in any text.
 */
const address: Construct = {
  name: 'address',
  tokenize: tokenizeAddress,
  previous: (code) => code === null || code < 0 || !/\w/.test(String.fromCharCode(code)),
}

/** By the characters that an address may begin with. */
export const addressesByStart = Object.fromEntries(
  Array.from('hHwW', (character) => [character.charCodeAt(0), address]),
)

function tokenizeAddress(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let left = 0
  return effects.check({ tokenize: measure, partial: true }, begin, nok)

  function measure(ahead: Effects, found: State, notFound: State): State {
    let candidate = ''
    return (code) => {
      ahead.enter('data')
      return step(code)
    }

    function step(code: Code): State | undefined {
      if (code !== null && code >= 0 && !END.test(String.fromCharCode(code)) && mayBegin(candidate)) {
        candidate += String.fromCharCode(code)
        ahead.consume(code)
        return step
      }
      ahead.exit('data')
      left = isBegun(candidate) ? withoutEnding(candidate).length : 0
      return left > 0 ? found(code) : notFound(code)
    }
  }

  function begin(code: Code): State | undefined {
    effects.enter('data')
    return consume(code)
  }

  function consume(code: Code): State | undefined {
    if (left === 0) {
      effects.exit('data')
      return ok(code)
    }
    left -= 1
    effects.consume(code)
    return consume
  }
}

function mayBegin(candidate: string): boolean {
  if (candidate.length > 8) return true
  const text = candidate.toLowerCase()
  return BEGINNINGS.some((beginning) => beginning.startsWith(text) || text.startsWith(beginning))
}

function isBegun(candidate: string): boolean {
  return BEGINNINGS.some((beginning) => candidate.slice(0, 8).toLowerCase().startsWith(beginning))
}
