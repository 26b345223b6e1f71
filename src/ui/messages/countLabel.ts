import { catalogueOf, type Language } from './catalogueOf.ts'
import { counterIn, type Forms } from './plurals.ts'

const COMMENTS: { readonly [Spoken in Language]: Forms<Spoken> } = {
  en: { one: '# comment', other: '# comments' },
  es: { one: '# comentario', many: '# de comentarios', other: '# comentarios' },
  de: { one: '# Kommentar', other: '# Kommentare' },
  fr: { one: '# commentaire', many: '# de commentaires', other: '# commentaires' },
  ar: {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '# تعليقات',
    many: '# تعليقًا',
    other: '# تعليق',
  },
  zh: { other: '# 条评论' },
}

/** How many comments there are, where nothing but that is told; the locale is of one of our languages. */
export function countLabel(count: number, locale: string): string {
  return counterIn(locale)(count, COMMENTS[catalogueOf(locale)])
}
