import { german } from '../ui/messages/german.ts'
import { germanElement } from '../ui/messages/germanElement.ts'
import { germanWriting } from '../ui/messages/germanWriting.ts'
import type { Catalogue } from './catalogues.ts'

/** All that a discussion says in German; loaded for the first that is to. */
export const germanCatalogue: Catalogue = {
  messages: { ...german, writing: germanWriting },
  element: germanElement,
  direction: 'ltr',
}
