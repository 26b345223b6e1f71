import type { englishElement } from './englishElement.ts'

export const germanElement: typeof englishElement = {
  needsDiscussion:
    'Diese Diskussion kann nicht gezeigt werden: Ihr Attribut „discussion“ muss ein Name aus Buchstaben ohne Akzente, Ziffern, „-“ und „_“ sein.',
  needsBackend:
    'Diese Diskussion kann nicht gezeigt werden: Ihr Attribut „backend“ muss die Adresse eines Servers sein, oder „browser“ zum Ausprobieren.',
}
