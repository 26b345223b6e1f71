import type { Language } from './catalogueOf.ts'

/** What a discussion in a frame of its own is called, as it names itself. */
export const frameTitles: Readonly<Record<Language, string>> = {
  en: 'Discussion',
  es: 'Comentarios',
  de: 'Diskussion',
  fr: 'Commentaires',
  ar: 'التعليقات',
  zh: '评论',
}
