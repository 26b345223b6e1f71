import type { Counting, Forms } from './plurals.ts'

type ArabicForms = Forms<'ar'>

export const responses: ArabicForms = {
  zero: 'لا تعليقات',
  one: 'تعليق واحد',
  two: 'تعليقان',
  few: '# تعليقات',
  many: '# تعليقًا',
  other: '# تعليق',
}

export const replies: ArabicForms = {
  zero: 'لا ردود',
  one: 'رد واحد',
  two: 'ردّان',
  few: '# ردود',
  many: '# ردًّا',
  other: '# رد',
}

/** As what is to be shown. */
export const moreReplies: ArabicForms = {
  zero: 'ردود أخرى',
  one: 'رد آخر',
  two: 'ردّين آخرين',
  few: '# ردود أخرى',
  many: '# ردًّا آخر',
  other: '# رد آخر',
}

export const newComments: ArabicForms = {
  zero: 'لا تعليقات جديدة',
  one: 'تعليق جديد',
  two: 'تعليقان جديدان',
  few: '# تعليقات جديدة',
  many: '# تعليقًا جديدًا',
  other: '# تعليق جديد',
}

/** As what is to be shown. */
export const newReplies: ArabicForms = {
  zero: 'الردود الجديدة',
  one: 'رد جديد',
  two: 'ردّين جديدين',
  few: '# ردود جديدة',
  many: '# ردًّا جديدًا',
  other: '# رد جديد',
}

export const newOnes: ArabicForms = {
  zero: 'لا جديد',
  one: 'واحد جديد',
  two: 'اثنان جديدان',
  few: '# جديدة',
  many: '# جديدًا',
  other: '# جديد',
}

/** As what is not exceeded. */
export const mostCharacters: ArabicForms = {
  zero: '# محرف',
  one: 'محرف واحد',
  two: 'محرفين',
  few: '# محارف',
  many: '# محرفًا',
  other: '# محرف',
}

const left: ArabicForms = {
  zero: 'لم يبقَ أي محرف',
  one: 'بقي محرف واحد',
  two: 'بقي محرفان',
  few: 'بقيت # محارف',
  many: 'بقي # محرفًا',
  other: 'بقي # محرف',
}

const tooMany: ArabicForms = {
  zero: 'لا محارف زائدة',
  one: 'محرف واحد زائد',
  two: 'محرفان زائدان',
  few: '# محارف زائدة',
  many: '# محرفًا زائدًا',
  other: '# محرف زائد',
}

export const seconds: ArabicForms = {
  zero: 'لحظات',
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانيةً',
  other: '# ثانية',
}

export const unfinishedReplies: ArabicForms = {
  zero: 'لا ردود لك لم تكتمل هنا',
  one: 'لك هنا رد لم يكتمل',
  two: 'لك هنا ردّان لم يكتملا',
  few: 'لك هنا # ردود لم تكتمل',
  many: 'لك هنا # ردًّا لم يكتمل',
  other: 'لك هنا # رد لم يكتمل',
}

/** How many characters there is room for; below zero, how many there are too many. */
export function charactersLeft(count: number, counted: Counting<'ar'>['counted']): string {
  return count < 0 ? counted(-count, tooMany) : counted(count, left)
}
