import { catalogueOf } from '../../ui/messages/catalogueOf.ts'
import { englishFrame } from '../../ui/messages/englishFrame.ts'
import { germanFrame } from '../../ui/messages/germanFrame.ts'

const MESSAGES = { en: englishFrame, de: germanFrame }

/** In the language of a tag, where there is one. */
export function frameMessages(tag: string | null): typeof englishFrame {
  return MESSAGES[catalogueOf(tag ?? '')]
}
