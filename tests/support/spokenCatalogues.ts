import { arabicCatalogue } from '../../src/ui/messages/arabicCatalogue.ts'
import { arabicFrame } from '../../src/ui/messages/arabicFrame.ts'
import type { Language } from '../../src/ui/messages/catalogueOf.ts'
import type { Catalogue } from '../../src/ui/messages/catalogues.ts'
import { chineseCatalogue } from '../../src/ui/messages/chineseCatalogue.ts'
import { chineseFrame } from '../../src/ui/messages/chineseFrame.ts'
import { english } from '../../src/ui/messages/english.ts'
import { englishElement } from '../../src/ui/messages/englishElement.ts'
import { englishFinding } from '../../src/ui/messages/englishFinding.ts'
import { englishFrame } from '../../src/ui/messages/englishFrame.ts'
import { englishHost } from '../../src/ui/messages/englishHost.ts'
import { englishWriting } from '../../src/ui/messages/englishWriting.ts'
import { frenchCatalogue } from '../../src/ui/messages/frenchCatalogue.ts'
import { frenchFrame } from '../../src/ui/messages/frenchFrame.ts'
import { germanCatalogue } from '../../src/ui/messages/germanCatalogue.ts'
import { germanFrame } from '../../src/ui/messages/germanFrame.ts'
import { spanishCatalogue } from '../../src/ui/messages/spanishCatalogue.ts'
import { spanishFrame } from '../../src/ui/messages/spanishFrame.ts'

/** Every text, and every function that gives one, by its path. */
export type Leaves = ReadonlyMap<string, unknown>

/** All that is said in English, wherever. */
export const englishLeaves: Leaves = leavesOf({
  ...english,
  writing: englishWriting,
  finding: englishFinding,
  host: englishHost,
  element: englishElement,
  frame: englishFrame,
})

/** The other languages, each with its locale and all that is said in it. */
export const SPOKEN: readonly { language: Language; catalogue: Catalogue; leaves: Leaves }[] = [
  spoken('es', spanishCatalogue('es'), spanishFrame),
  spoken('de', germanCatalogue('de'), germanFrame),
  spoken('fr', frenchCatalogue('fr'), frenchFrame),
  spoken('ar', arabicCatalogue('ar'), arabicFrame),
  spoken('zh', chineseCatalogue('zh-Hans'), chineseFrame),
]

/** What stands for a name where a text is asked for, and for a number where one is. */
export function nameOrCount(name: string, count: number): object {
  return { valueOf: () => count, toString: () => name }
}

/** What a leaf says, told these. */
export function say(leaf: unknown, given: readonly unknown[]): string {
  const said: unknown = typeof leaf === 'function' ? Reflect.apply(leaf, null, [...given]) : leaf
  return typeof said === 'string' ? said : Object.values(said ?? {}).join(' ')
}

function spoken(language: Language, catalogue: Catalogue, frame: typeof englishFrame) {
  const { messages, element } = catalogue
  return { language, catalogue, leaves: leavesOf({ ...messages, element, frame }) }
}

/** Of a catalogue, whose own catalogues' names stand before theirs. */
export function leavesOf(catalogue: object, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...leavesOf(value, `${before}${name}.`)]
        : [[before + name, value]],
    ),
  )
}
