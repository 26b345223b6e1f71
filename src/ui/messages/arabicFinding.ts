import { mostCharacters, newComments, newOnes, responses } from './arabicCounts.ts'
import { isolate } from './arabicIsolates.ts'
import type { FindingMessages } from './englishFinding.ts'
import type { Counting } from './plurals.ts'

/** Every text of what readers find their way with, and what is loaded for that. A branch is a «فرع». */
export function arabicFindingIn({ number, counted }: Counting<'ar'>): FindingMessages {
  const comments = (count: number) => counted(count, responses)
  return {
    results: 'نتائج البحث',
    searching: 'جارٍ البحث…',
    matches: (count) =>
      counted(count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجةً',
        other: '# نتيجة',
      }),
    commentsFound: comments,
    noMatch: (words) => `لا يوجد تعليق فيه «${isolate(words)}».`,
    noMatchAdvice: 'جرّب كلمات أقل، أو جزءًا من كلمة.',
    noMatchWithin: 'جرّب كلمات أقل، أو ابحث في كل التعليقات: أزل الشخص أو المدة.',
    noComment: 'لا يوجد تعليق كهذا.',
    noCommentAdvice: 'أزل الشخص أو المدة لترى غيره.',
    searchForNothing: 'ليس في هذا ما يُبحث عنه. اكتب كلمة أو جزءًا من كلمة.',
    searchTooLong: (limit) => `هذا أطول من أن يُبحث عنه. اختصره إلى ${counted(limit, mostCharacters)}.`,
    searchFailed: (reason) => `تعذّر البحث. ${reason}`,
    lookedFor: 'البحث عن',
    chipWords: (words) => `«${isolate(words)}»`,
    chipPerson: (name) => `من ${isolate(name)}`,
    removeFromSearch: (what) => `إزالة ${what}`,
    clearSearch: 'مسح',
    previousMatch: 'النتيجة السابقة',
    nextMatch: 'النتيجة التالية',
    matchOf: (match, total) => `${number(match)} من ${number(total)}`,
    showMoreMatches: 'عرض مزيد من النتائج',
    answering: 'ردًّا على',
    backToResults: 'العودة إلى النتائج',

    overview: 'المشاركون والنشاط',
    overviewFailed: (reason) => `تعذّر تحميل صورة النقاش. ${reason}`,
    loadingOverview: 'جارٍ تحميل المشاركين والنشاط…',
    activity: 'التعليقات عبر الزمن',
    activitySummary: (total, span, most, peak) =>
      `${comments(total)}، ${isolate(span)}. الذروة: ${isolate(peak)}، وفيها ${number(most)}.`,
    from: 'من',
    until: 'إلى',
    allTimes: 'كل المدة',
    people: 'المشاركون',
    person: (name, count) => `${isolate(name)}، ${comments(count)}`,
    count: number,
    showAllPeople: (count) => `عرض الكل (${number(count)})`,
    showFewerPeople: 'عرض أقل',
    otherPeople: (count) =>
      counted(count, {
        zero: 'ولا أحد غيرهم',
        one: 'وشخص آخر',
        two: 'وشخصان آخران',
        few: 'و# آخرون',
        many: 'و# شخصًا آخر',
        other: 'و# شخص آخر',
      }),

    mention: (called, name) => `${isolate(called)}، إلى تعليق ${isolate(name)}`,

    mute: (name) => `كتم ${isolate(name)}`,
    nowMuted: (name) => `كتمتَ ${isolate(name)}. لن يُعرض ما يكتبه على هذا الجهاز.`,
    mutedComment: (name) => `تعليق من ${isolate(name)} الذي كتمتَه.`,
    mutedShown: (name) => `كتمتَ ${isolate(name)}.`,
    showMuted: 'إظهاره',
    hideMuted: 'إخفاؤه',
    undoMute: 'تراجع',
    unmute: 'إلغاء الكتم',
    unmuteName: (name) => `إلغاء كتم ${isolate(name)}`,
    unmuted: (name) => `لم يعد ${isolate(name)} مكتومًا`,
    mutedList: 'من كتمتَهم',
    nobodyMuted: 'لم تكتم أحدًا.',

    onlyThisBranch: 'هذا الفرع وحده',
    branch: 'الفرع',
    onlyBranchOf: (name) => `يُعرض فرع ${isolate(name)} وحده`,
    widenTo: (name) => `عرض فرع ${isolate(name)}`,
    backToAll: 'العودة إلى كل التعليقات',
    wholeDiscussion: 'تُعرض كل التعليقات',

    loadingComment: 'جارٍ تحميل التعليق…',
    linkedComment: (status) =>
      status === 'deleted'
        ? 'حُذف التعليق الذي يقود إليه رابطك.'
        : status === 'rejected'
          ? 'أزال المشرفون التعليق الذي يقود إليه رابطك.'
          : 'هذا هو التعليق الذي يقود إليه رابطك.',
    noSuchComment: 'يقود هذا الرابط إلى تعليق ليس هنا. ربما أُزيل.',
    closeNotice: 'إغلاق',
    commentNotLoaded: (reason) => `تعذّر تحميل التعليق الذي يقود إليه رابطك. ${reason}`,
    linkedThreads: (count) =>
      counted(count, {
        zero: 'السلاسل التي تقود إليها روابطك',
        one: 'السلسلة التي يقود إليها رابطك',
        two: 'السلسلتان اللتان يقود إليهما رابطاك',
        few: 'السلاسل التي تقود إليها روابطك',
        many: 'السلاسل التي تقود إليها روابطك',
        other: 'السلاسل التي تقود إليها روابطك',
      }),
    allThreads: 'كل السلاسل',
    copyLink: 'نسخ الرابط',
    linkCopied: 'نُسخ الرابط',
    linkToCopy: 'انسخ الرابط من هنا',

    news: (count) => counted(count, newComments),
    showNews: (count) => `عرض ${counted(count, { ...newComments, two: 'تعليقين جديدين' })}`,
    changed: 'تغيّرت التعليقات',
    showAsItIs: 'عرض التعليقات كما هي الآن',

    newSinceVisit: (count, hasMore) => ({
      short: counted(count, newOnes) + (hasMore ? ' أو أكثر' : ''),
      rest: 'منذ زيارتك الأخيرة',
    }),
    nextNew: 'التعليق الجديد التالي',
    newAhead: (count) => `المتبقي: ${number(count)}`,
    newFromStart: 'من أول تعليق جديد مرة أخرى',
    nothingNew: 'لا تعليقات جديدة',

    keysAndDisplay: 'المفاتيح والعرض',
    display: 'العرض',
    density: 'التباعد',
    densities: { comfortable: 'مريح', compact: 'متقارب' },
    textSize: 'حجم النص',
    textSizes: { small: 'صغير', medium: 'متوسط', large: 'كبير', larger: 'كبير جدًّا' },
    keys: 'اختصارات لوحة المفاتيح',
    useKeys: 'استخدام اختصارات لوحة المفاتيح',
    keyActions: {
      next: 'التعليق التالي',
      previous: 'التعليق السابق',
      nextThread: 'السلسلة التالية',
      parent: 'التعليق الذي يُرَدّ عليه',
      firstReply: 'أول رد',
      nextNew: 'التعليق الجديد التالي',
      fold: 'طيّ السلسلة أو فتحها',
      reply: 'الرد',
      search: 'البحث',
      help: 'هذه المساعدة',
    },
    backToArticle: 'العودة إلى المقال',
  }
}
