import type { englishElement } from './englishElement.ts'

export const frenchElement: typeof englishElement = {
  needsDiscussion:
    'Ces commentaires ne peuvent pas être affichés : leur attribut « discussion » doit être un nom fait de lettres sans accents, de chiffres, de « - » et de « _ ».',
  needsBackend:
    'Ces commentaires ne peuvent pas être affichés : leur attribut « backend » doit être l’adresse d’un serveur, ou « browser » pour essayer.',
}
