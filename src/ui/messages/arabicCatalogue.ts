import type { CatalogueMaker } from './catalogues.ts'
import { countingIn } from './plurals.ts'
import { arabicIn } from './arabic.ts'
import { arabicElement } from './arabicElement.ts'
import { arabicFindingIn } from './arabicFinding.ts'
import { arabicHost } from './arabicHost.ts'
import { arabicWritingIn } from './arabicWriting.ts'

/** All that is said in Arabic; loaded for the first that is to. */
export const arabicCatalogue: CatalogueMaker = (locale) => ({
  messages: {
    ...arabicIn(locale),
    writing: arabicWritingIn(countingIn<'ar'>(locale)),
    finding: arabicFindingIn(countingIn<'ar'>(locale)),
    host: arabicHost,
  },
  element: arabicElement,
  direction: 'rtl',
})
