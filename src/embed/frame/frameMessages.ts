import { catalogueOf, type Language } from '../../ui/messages/catalogueOf.ts'
import { arabicFrame } from '../../ui/messages/arabicFrame.ts'
import { chineseFrame } from '../../ui/messages/chineseFrame.ts'
import { englishFrame } from '../../ui/messages/englishFrame.ts'
import { frenchFrame } from '../../ui/messages/frenchFrame.ts'
import { germanFrame } from '../../ui/messages/germanFrame.ts'
import { spanishFrame } from '../../ui/messages/spanishFrame.ts'

const MESSAGES: Readonly<Record<Language, typeof englishFrame>> = {
  en: englishFrame,
  es: spanishFrame,
  de: germanFrame,
  fr: frenchFrame,
  ar: arabicFrame,
  zh: chineseFrame,
}

/** In the language of a tag, where there is one. */
export function frameMessages(tag: string | null): typeof englishFrame {
  return MESSAGES[catalogueOf(tag ?? '')]
}
