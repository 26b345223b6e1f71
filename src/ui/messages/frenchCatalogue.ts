import type { CatalogueMaker } from './catalogues.ts'
import { countingIn } from './plurals.ts'
import { frenchIn } from './french.ts'
import { frenchElement } from './frenchElement.ts'
import { frenchFindingIn } from './frenchFinding.ts'
import { frenchHost } from './frenchHost.ts'
import { frenchWritingIn } from './frenchWriting.ts'

/** All that is said in French; loaded for the first that is to. */
export const frenchCatalogue: CatalogueMaker = (locale) => ({
  messages: {
    ...frenchIn(locale),
    writing: frenchWritingIn(countingIn<'fr'>(locale)),
    finding: frenchFindingIn(countingIn<'fr'>(locale)),
    host: frenchHost,
  },
  element: frenchElement,
  direction: 'ltr',
})
