import { isolate } from './arabicIsolates.ts'
import { replies, moreReplies, newOnes, newReplies, responses } from './arabicCounts.ts'
import { charactersLeft, mostCharacters } from './arabicCounts.ts'
import type { Messages } from './english.ts'
import { explainInArabic } from './explainInArabic.ts'
import { countingIn } from './plurals.ts'

/** Every text that a reader of Arabic meets, but for those of writing. A thread is a «سلسلة». */
export function arabicIn(locale: string): Messages {
  const { number, counted } = countingIn<'ar'>(locale)
  return {
    locale,

    skipToDiscussion: 'الانتقال إلى التعليقات',
    byline: (name) => `بقلم ${isolate(name)}`,
    datelineOriginal: (text) => `كما طُبع: ${isolate(text)}`,
    loadingArticle: 'جارٍ تحميل المقال',
    loadingDiscussion: 'جارٍ تحميل التعليقات',
    needsScript: 'جافاسكربت معطّلة. هي لازمة للكتابة ولطيّ السلاسل ولرؤية التعليقات التي ليست في هذه الصفحة.',

    theme: 'المظهر',
    themes: { auto: 'تلقائي', light: 'فاتح', dark: 'داكن' },

    discussion: 'التعليقات',
    responses: (count) => (count === 0 ? 'لا تعليقات بعد' : counted(count, responses)),
    responsesHere: (declared, imported, posted) => {
      const here = `${imported <= declared ? 'منها هنا' : 'هنا'} ${number(imported)}`
      if (posted === 0) return here
      const since = {
        zero: 'ولا جديد منذ ذلك',
        one: 'وأُضيف # منذ ذلك',
        two: 'وأُضيف # منذ ذلك',
        few: 'وأُضيفت # منذ ذلك',
        many: 'وأُضيف # منذ ذلك',
        other: 'وأُضيف # منذ ذلك',
      }
      return `${here}، ${counted(posted, since)}`
    },
    beFirst: 'كن أول من يعلّق.',
    closed: 'أُغلق باب التعليق: يمكن القراءة، ولم تعد الإضافة ممكنة.',
    search: 'البحث في التعليقات',
    sortBy: 'الترتيب حسب',
    orders: { newest: 'الأحدث أولًا', oldest: 'الأقدم أولًا', replies: 'الأكثر ردودًا' },
    sorted: (order) => `الترتيب: ${order}`,
    collapseAll: 'طيّ الكل',
    expandAll: 'فتح الكل',
    allCollapsed: 'طُويت كل السلاسل',
    allExpanded: 'فُتحت كل السلاسل',
    showMoreThreads: 'عرض مزيد من السلاسل',
    showMoreReplies: (count) => `عرض ${counted(count, moreReplies)}`,
    moreThreadsShown: (count) =>
      counted(count, {
        zero: 'لم تُعرض سلاسل أخرى',
        one: 'عُرضت سلسلة أخرى',
        two: 'عُرضت سلسلتان أخريان',
        few: 'عُرضت # سلاسل أخرى',
        many: 'عُرضت # سلسلةً أخرى',
        other: 'عُرضت # سلسلة أخرى',
      }),
    moreRepliesShown: (count) =>
      counted(count, {
        zero: 'لم تُعرض ردود أخرى',
        one: 'عُرض رد آخر',
        two: 'عُرض ردّان آخران',
        few: 'عُرضت # ردود أخرى',
        many: 'عُرض # ردًّا آخر',
        other: 'عُرض # رد آخر',
      }),
    loadingMore: 'جارٍ التحميل…',
    newReplies: (count) => ({
      short: `الجديد: ${number(count)}`,
      rest: counted(count, {
        zero: 'ردود',
        one: 'رد',
        two: 'رد',
        few: 'ردود',
        many: 'ردًّا',
        other: 'رد',
      }),
    }),
    showNewReplies: (name, count) => `عرض ${counted(count, newReplies)} على ${isolate(name)}`,

    nameless: 'مجهول',
    commentBy: (name) => `تعليق من ${isolate(name)}`,
    replyBy: (name, to) => `رد من ${isolate(name)} على ${isolate(to)}`,
    to: (name) => `إلى ${isolate(name)}`,
    new: 'جديد',
    newComment: (label) => `${label}، جديد`,
    newBelow: (count) => `، ${counted(count, newOnes)}`,
    noText: 'هذا التعليق بلا نص.',
    deleted: 'حُذف هذا التعليق.',
    rejected: 'أزال المشرفون هذا التعليق.',
    moreActions: (name) => `إجراءات أخرى لتعليق ${isolate(name)}`,
    edited: 'معدَّل',
    replies: (count) => counted(count, replies),
    collapseThread: (name) => `طيّ سلسلة ${isolate(name)}`,
    expandThread: (name, count) => `فتح سلسلة ${isolate(name)}، ${counted(count, replies)}`,
    threadCollapsed: 'طُويت السلسلة',
    threadExpanded: 'فُتحت السلسلة',
    collapse: 'طيّ',
    reply: 'رد',
    replyTo: (name) => `الرد على ${isolate(name)}`,
    justNow: 'الآن',
    inUtc: (instant) => `\u2066${instant.slice(0, 10)}, ${instant.slice(11, 16)} UTC\u2069`,

    postComment: 'أضف تعليقًا',
    name: 'الاسم',
    comment: 'التعليق',
    yourReply: 'ردّك',
    post: 'نشر التعليق',
    postReply: 'نشر الرد',
    cancel: 'إلغاء',
    postingAs: (name) => `النشر باسم ${isolate(name)}`,
    changeName: 'تغيير الاسم',
    sendKeys: (key) => `${isolate(`${key}+Enter`)} للنشر`,
    rules: 'قواعد النقاش',
    draftKept: 'تُحفظ مسودتك إلى أن تنشرها.',
    draftNotKept: 'تعذّر على هذا المتصفح حفظ نصّك: سيضيع إن غادرت هذه الصفحة.',
    charactersLeft: (count) => charactersLeft(count, counted),
    sending: 'جارٍ الإرسال…',
    draft: 'مسودة',
    nameFaults: {
      empty: 'اكتب اسمك، أو الاسم الذي تُعرف به.',
      'too-long': (limit) => `لا يزيد الاسم على ${counted(limit, mostCharacters)}. اختصره.`,
      'unreadable-characters': 'في هذا الاسم محارف لا يمكن عرضها. اكتبه من جديد.',
    },
    bodyFaults: {
      empty: 'اكتب شيئًا أولًا.',
      'too-long': (limit) =>
        `لا يزيد التعليق على ${counted(limit, mostCharacters)}. اختصره أو انشره على أجزاء.`,
      'unreadable-characters': 'في هذا النص محارف لا يمكن عرضها. احذف آخر ما ألصقته، أو اكتبه من جديد.',
    },

    tryAgain: 'إعادة المحاولة',
    reload: 'إعادة التحميل',
    broken: 'حدث خطأ هنا فتوقفت التعليقات. ما كتبته محفوظ.',
    partMissing: 'تعذّر تحميل جزء من هذه الصفحة حتى الآن. إن لم يصل فأعد تحميل الصفحة؛ ما كتبته محفوظ.',
    articleMissing: 'المقال غير موجود',
    goToStart: 'إلى الصفحة الرئيسية',
    articleFailed: (reason) => `تعذّر تحميل المقال. ${reason}`,
    discussionFailed: (reason) => `تعذّر تحميل التعليقات. ${reason}`,
    orderFailed: (reason) => `تعذّر ترتيب السلاسل على هذا النحو. ${reason}`,
    moreFailed: (reason) => `تعذّر تحميل المزيد. ${reason}`,
    explain: (problem) => explainInArabic(problem, { number, counted }),
  }
}
