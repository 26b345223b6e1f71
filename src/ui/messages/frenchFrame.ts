import type { englishFrame } from './englishFrame.ts'

export const frenchFrame: typeof englishFrame = {
  alone: 'Cette page affiche des commentaires dans une autre page, et rien toute seule.',
  unnamedPage:
    'Ces commentaires ne peuvent pas être affichés : leur adresse ne dit pas dans quelle page ils se trouvent.',
}
