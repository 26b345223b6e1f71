import type { CatalogueMaker } from './catalogues.ts'
import { countingIn } from './plurals.ts'
import { chineseIn } from './chinese.ts'
import { chineseElement } from './chineseElement.ts'
import { chineseFindingIn } from './chineseFinding.ts'
import { chineseHost } from './chineseHost.ts'
import { chineseWritingIn } from './chineseWriting.ts'

/** All that is said in Chinese; loaded for the first that is to. */
export const chineseCatalogue: CatalogueMaker = (locale) => ({
  messages: {
    ...chineseIn(locale),
    writing: chineseWritingIn(countingIn<'zh'>(locale)),
    finding: chineseFindingIn(countingIn<'zh'>(locale)),
    host: chineseHost,
  },
  element: chineseElement,
  direction: 'ltr',
})
