import type { englishFrame } from './englishFrame.ts'

export const germanFrame: typeof englishFrame = {
  alone: 'Diese Seite zeigt eine Diskussion innerhalb einer anderen Seite, und für sich allein nichts.',
  unnamedPage:
    'Diese Diskussion kann nicht gezeigt werden: Ihre Adresse nennt nicht die Seite, in der sie steht.',
}
