import type { CatalogueMaker } from './catalogues.ts'
import { countingIn } from './plurals.ts'
import { spanishIn } from './spanish.ts'
import { spanishElement } from './spanishElement.ts'
import { spanishFindingIn } from './spanishFinding.ts'
import { spanishHost } from './spanishHost.ts'
import { spanishWritingIn } from './spanishWriting.ts'

/** All that is said in Spanish; loaded for the first that is to. */
export const spanishCatalogue: CatalogueMaker = (locale) => ({
  messages: {
    ...spanishIn(locale),
    writing: spanishWritingIn(countingIn<'es'>(locale)),
    finding: spanishFindingIn(countingIn<'es'>(locale)),
    host: spanishHost,
  },
  element: spanishElement,
  direction: 'ltr',
})
