import { unfinishedReplies } from './arabicCounts.ts'
import { isolate } from './arabicIsolates.ts'
import type { WritingMessages } from './englishWriting.ts'
import type { Counting } from './plurals.ts'

/** Every text that only those meet who do more than read and fold. */
export function arabicWritingIn({ counted }: Counting<'ar'>): WritingMessages {
  return {
    checking: 'جارٍ الإرسال… نتأكد من وصوله.',
    held: 'قيد المراجعة',
    heldFor: (reason) => {
      switch (reason) {
        case 'links':
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع: فيه عناوين ويب كثيرة.'
        case 'words':
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع: فيه كلمات تُراجَع هنا أولًا.'
        case 'check':
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع: طلب ذلك فحص آلي.'
        case 'trap':
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع: مُلئ حقل يجب أن يبقى فارغًا.'
        case 'haste':
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع: أُرسل بعد فتح الصفحة بوقت قصير جدًا.'
        case null:
          return 'لا يرى هذا التعليق أحد سواك إلى أن يُراجَع.'
      }
    },
    waitingForNetwork: 'في انتظار الشبكة. سيُنشر عند عودة الاتصال.',
    commentPosted: 'نُشر التعليق',
    replyPosted: 'نُشر الرد',
    notPosted: (reason) => `لم يُنشر. ${reason}`,
    perhapsNotPosted: (reason, isAsSent) =>
      `لم يُنشر على ما يبدو. ${reason}${isAsSent ? ' لا يمكن أن يُنشر مرتين.' : ''}`,
    seeExisting: 'عرض التعليق',
    triedAgain: 'ستُعاد المحاولة تلقائيًا.',
    earlierTextPosted: 'لم يُنشر. ما أرسلته من قبل نُشر فعلًا. يبقى نصّك الحالي هنا لتنشره أو تتخلى عنه.',
    takeBack: 'استرجاع وتعديل',
    leaveEmpty: 'اترك هذا فارغًا',
    nowClosed: 'أُغلق باب التعليق.',
    nowOpen: 'أُعيد فتح باب التعليق.',
    keptThoughClosed: 'ما بدأت كتابته هنا محفوظ للنسخ، لكن لم يعد نشره ممكنًا.',
    keptDraft: 'ما بدأتَ كتابته هنا محفوظ لتنسخه.',
    edit: 'تعديل',
    deleteComment: 'حذف',
    editableUntil: (time) => `حتى ${isolate(time)}، في هذا المتصفح، ما لم تُمحَ بياناته.`,
    noLongerEditable: 'لم يعد ممكنًا تعديله أو حذفه.',
    editComment: 'تعديل تعليقك',
    yourText: 'نصّك',
    save: 'حفظ',
    saving: 'جارٍ الحفظ…',
    notSaved: (reason) => `لم يُحفظ. ${reason}`,
    commentEdited: 'عُدّل التعليق',
    asItIsNow: 'التعليق كما هو الآن',
    saveMine: 'وضع نصّي مكانه',
    keepNewer: 'تركه كما هو',
    willBeDeleted: 'سيُحذف التعليق بعد ثوانٍ.',
    deleting: 'جارٍ الحذف…',
    deletionUndone: 'التعليق باقٍ',
    commentDeleted: 'حُذف التعليق',
    notDeleted: (reason) => `لم يُحذف. ${reason}`,
    commentNotDeleted: (reason) => `لم يُحذف أحد تعليقاتك. ${reason}`,
    keepComment: 'الإبقاء عليه',
    report: 'إبلاغ',
    reportOf: (name) => `الإبلاغ عن تعليق ${isolate(name)}`,
    reportReason: 'السبب',
    reportReasons: {
      spam: 'رسالة مزعجة',
      abuse: 'إساءة أو مضايقة',
      'off-topic': 'خارج الموضوع',
      other: 'سبب آخر',
    },
    reportWords: 'ما المشكلة فيه؟ (اختياري)',
    sendReport: 'إرسال البلاغ',
    reportReceived: 'وصلنا بلاغك. شكرًا لك.',
    notReported: (reason) => `لم يُرسل البلاغ. ${reason}`,
    answeredEdited: (name) => `عدّل ${isolate(name)} هذا التعليق منذ بدأتَ الكتابة. تراه أعلاه كما هو الآن.`,
    answeredDeleted: 'حُذف التعليق الذي ترد عليه. يبقى نصّك هنا.',
    answeredRemoved: 'أزال المشرفون التعليق الذي ترد عليه. يبقى نصّك هنا.',
    moveToComment: 'تحويله إلى تعليق مستقل',
    goOnWithEdit: 'متابعة تعديل تعليقك',
    quoteInReply: (name) => `اقتباس في رد على ${isolate(name)}`,
    quoteInComment: 'اقتباس في تعليق',
    nameLooksLike: (name) => `اسمك يشبه اسم شخص آخر هنا، «${isolate(name)}». قد يخلط القرّاء بينكما.`,
    formatting: 'التنسيق',
    formats: {
      toolbar: 'التنسيق',
      bold: 'عريض',
      italic: 'مائل',
      code: 'شيفرة',
      quote: 'اقتباس',
      list: 'قائمة',
      numberedList: 'قائمة مرقّمة',
      link: 'رابط',
      control: 'Ctrl',
    },
    preview: 'معاينة',
    nothingToPreview: 'لم يُكتب شيء بعد.',
    discardDraft: 'تجاهل المسودة',
    draftDiscarded: 'أُلغيت المسودة.',
    draftDiscardedFor: 'أُلغيت المسودة. يمكن استعادتها خلال 8 ثوانٍ.',
    undo: 'تراجع',
    writtenElsewhere: 'كُتب هذا هنا في الوقت نفسه في علامة تبويب أخرى:',
    addText: 'إضافته إلى نصّي',
    leaveText: 'تركه',
    unfinished: (count) => counted(count, unfinishedReplies),
    goOnWith: (name) => `متابعة الرد على ${isolate(name)}`,

    resetQuestion: 'استعادة التعليقات الأصلية؟',
    resetExplained: 'سيُزال كل ما نُشر من هذا المتصفح، ولا رجعة في ذلك.',
    resetConfirm: 'الإزالة والاستعادة',
    resetDecline: 'الإبقاء على كل شيء',
    resetDone: 'استُعيدت التعليقات الأصلية',
    resetFailed: (reason) => `لم يُزَل شيء. ${reason}`,
  }
}
