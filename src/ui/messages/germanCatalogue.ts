import type { CatalogueMaker } from './catalogues.ts'
import { countingIn } from './plurals.ts'
import { germanIn } from './german.ts'
import { germanElement } from './germanElement.ts'
import { germanFindingIn } from './germanFinding.ts'
import { germanHost } from './germanHost.ts'
import { germanWritingIn } from './germanWriting.ts'

/** All that is said in German; loaded for the first that is to. */
export const germanCatalogue: CatalogueMaker = (locale) => ({
  messages: {
    ...germanIn(locale),
    writing: germanWritingIn(countingIn<'de'>(locale)),
    finding: germanFindingIn(countingIn<'de'>(locale)),
    host: germanHost,
  },
  element: germanElement,
  direction: 'ltr',
})
