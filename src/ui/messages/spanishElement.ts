import type { englishElement } from './englishElement.ts'

export const spanishElement: typeof englishElement = {
  needsDiscussion:
    'Estos comentarios no se pueden mostrar: su atributo «discussion» tiene que ser un nombre de letras sin acentos, cifras, «-» y «_».',
  needsBackend:
    'Estos comentarios no se pueden mostrar: su atributo «backend» tiene que ser la dirección de un servidor, o «browser» para probar.',
}
