import type { Problem } from '../../api/problem.ts'
import { mostCharacters, seconds } from './arabicCounts.ts'
import { isolate } from './arabicIsolates.ts'
import type { Counting } from './plurals.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInArabic(problem: Problem, { number, counted }: Counting<'ar'>): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? 'لا يوجد مقال بهذا الاسم هنا. تحقّق من العنوان.'
        : 'لم يعد موجودًا هنا. أعد تحميل الصفحة لترى ما فيها.'
    case 'invalid':
      // Servers say it in English.
      return `لم يُقبل ${fieldName(problem.field)} كما هو. جاء من الخادم: «${isolate(problem.reason)}». عدّله ثم أعد المحاولة.`
    case 'too-long':
      return `النص أطول من المسموح: فيه ${counted(problem.length, mostCharacters)}، والحد الأقصى ${number(problem.limit)}. اختصره ثم انشره من جديد.`
    case 'too-large':
      return 'حجمه أكبر من أن يُرسل. اختصره أو انشره على أجزاء.'
    case 'discussion-closed':
      return 'أُغلق باب التعليق في هذه الأثناء. يبقى نصّك هنا لتنسخه.'
    case 'parent-gone':
      return 'التعليق الذي ترد عليه لم يعد موجودًا. يبقى نصّك هنا لتنسخه أو تنشره تعليقًا مستقلًا.'
    case 'depth-exceeded':
      return `تصل الردود هنا إلى المستوى ${number(problem.maxDepth)} فقط. رُدّ على التعليق الذي يسبق هذا.`
    case 'duplicate':
      return 'نشرتَ النص نفسه هنا قبل قليل.'
    case 'idempotency-key-reused':
      return 'تغيّر النص أثناء إرساله. انشره من جديد.'
    case 'changed':
      return 'تغيّر التعليق في هذه الأثناء، ربما في علامة تبويب أخرى. انظر كيف صار ثم أعد المحاولة.'
    case 'edit-window-over':
      return 'لم يعد تعديله ممكنًا: انتهت المهلة. يبقى كما هو.'
    case 'forbidden':
      return problem.resource === 'comment'
        ? 'لا يمكن تعديل التعليق إلا من المتصفح الذي نُشر منه.'
        : 'لا تعليقات هنا بعد، ولا يُسمح لهذه الصفحة بفتحها. يمكن لصاحب الموقع تغيير ذلك.'
    case 'rate-limited':
      return `نُشر الكثير في وقت قصير. أعد المحاولة بعد ${counted(Math.ceil(problem.retryAfter), seconds)}.`
    case 'unavailable':
      return 'لا يستطيع Soundoff الإجابة الآن. أعد المحاولة بعد لحظات.'
    case 'unreachable':
      return 'تعذّر الوصول إلى Soundoff. تحقّق من اتصالك ثم أعد المحاولة.'
    case 'timed-out':
      return 'تأخّر Soundoff في الإجابة. أعد المحاولة.'
    case 'unexpected-answer':
      return 'لم تأتِ الإجابة من Soundoff. تحقّق من اتصالك (ربما تطلب الشبكة تسجيل الدخول) ثم أعد المحاولة.'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return 'ما أُرسل'
    case 'author.name':
      return 'الاسم'
    case 'body':
    case 'words':
      return 'النص'
    default:
      return `«${isolate(field)}»`
  }
}
