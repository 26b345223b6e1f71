import { startTransition, type ReactNode } from 'react'
import type { Ambient } from './ambient.tsx'
import { knownLanguage, type Language } from './messages/catalogueOf.ts'
import { createCatalogues, type Catalogue } from './messages/catalogues.ts'
import { LanguageSwitch } from './parts/LanguageSwitch.tsx'
import { SpokenPage } from './parts/SpokenPage.tsx'

/** Under which the device keeps the language that its reader chose. */
const NAME = 'language'

/** A language, and the tag that names it, perhaps with a region. */
type Wish = { language: Language; tag: string; isChosen: boolean }

/**
 * Has the page, which came in English, go on in the language that its reader chose, else in the first of the browser's that there are
 * texts of. `render` draws it with what it then says, and with the choice between languages. Where texts do not come, it stays
 * as it is, and they are asked for at the next visit, or when they are chosen again. `bringMore` brings what else it says in the
 * language of a tag, and does not reject.
 */
export function speakPage(
  ambient: Ambient,
  render: (spoken: Ambient, languages: ReactNode) => void,
  bringMore?: (tag: string) => Promise<unknown>,
): void {
  const { device } = ambient
  const catalogues = createCatalogues()
  let turn = 0
  let spoken: Promise<void>

  async function speak(): Promise<void> {
    turn += 1
    const ours = turn
    const wish = readWish(device.read(NAME), navigator.languages)
    await Promise.all([catalogues.bring(wish.tag), bringMore?.(wish.tag)])
    const catalogue = catalogues.find(wish.tag)
    if (catalogue && ours === turn) draw(catalogue, wish)
  }

  function choose(language: Language): Promise<void> {
    device.write(NAME, language)
    return spoken
  }

  function draw({ messages, direction }: Catalogue, { language, isChosen }: Wish): void {
    const isAsItCame = language === 'en' && !isChosen
    const readerLocales = [messages.locale]
    // In steps, so that what is typed meanwhile does not wait, and once all of it is there.
    startTransition(() =>
      render(
        isAsItCame ? ambient : { ...ambient, messages, readerLocales },
        <SpokenPage locale={messages.locale} direction={direction}>
          <LanguageSwitch language={language} onChoose={choose} />
        </SpokenPage>,
      ),
    )
  }

  const english = catalogues.find('en')
  if (english) draw(english, { language: 'en', tag: 'en', isChosen: false })
  spoken = speak()
  device.subscribe(NAME, () => {
    spoken = speak()
  })
}

function readWish(stored: string | null, tags: readonly string[]): Wish {
  const chosen = stored === null ? null : knownLanguage(stored)
  const tag = tags.find((each) =>
    chosen === null ? knownLanguage(each) !== null : knownLanguage(each) === chosen,
  )
  const language = chosen ?? knownLanguage(tag ?? '') ?? 'en'
  // What the page says in English it came with, for readers of whatever region.
  return { language, tag: language === 'en' ? 'en' : (tag ?? language), isChosen: chosen !== null }
}
