import type { HoldReason } from '../../domain/comment.ts'
import { mostCharacters, newComments, responses, seconds } from '../../ui/messages/arabicCounts.ts'
import { isolate } from '../../ui/messages/arabicIsolates.ts'
import { countingIn, type Forms } from '../../ui/messages/plurals.ts'
import type { DeskWords } from './englishDesk.ts'

const reports: Forms<'ar'> = {
  zero: 'لا بلاغات',
  one: 'بلاغ واحد',
  two: 'بلاغان',
  few: '# بلاغات',
  many: '# بلاغًا',
  other: '# بلاغ',
}

const otherReports: Forms<'ar'> = {
  zero: 'لا بلاغات أخرى',
  one: 'بلاغ آخر',
  two: 'بلاغان آخران',
  few: '# بلاغات أخرى',
  many: '# بلاغًا آخر',
  other: '# بلاغ آخر',
}

/** Every text that only moderators meet, in Arabic. */
export function arabicDeskIn(locale: string): DeskWords {
  const { number, counted } = countingIn<'ar'>(locale)
  const waiting = (count: number) => `ما بقي في الانتظار: ${number(count)}.`
  return {
    moderation: 'الإشراف',
    notHere:
      'لا شيء للإشراف عليه هنا: تحفظ هذه الصفحة تعليقاتها في متصفحك وحده. حيث يعمل Soundoff على خادم، يعمل المشرفون على هذا العنوان.',

    signIn: 'تسجيل الدخول',
    token: 'رمز المشرف',
    tokenFrom:
      'يعطي صاحب هذا الخادم كل مشرف رمزًا بالإعداد SOUNDOFF_MODERATORS. تحتفظ به علامة التبويب هذه حتى تسجّل الخروج أو تغلقها.',
    tokenMissing: 'أدخل رمزك أولًا.',
    tokenWrong: 'هذا ليس رمز مشرف هنا. تحقّق من أنه كامل، أو اسأل صاحب الخادم.',
    tokenRefused: 'لم يعد رمزك مقبولًا. سجّل الدخول من جديد للمتابعة؛ ما كتبته محفوظ.',
    signingIn: 'جارٍ تسجيل الدخول…',
    notSignedIn: (reason) => `لم يتم تسجيل الدخول. ${reason}`,
    signOut: 'تسجيل الخروج',

    waitingTab: (count) => `في الانتظار (${number(count)})`,
    logTab: 'السجل',
    waiting: (count) => (count === 0 ? 'لا شيء في الانتظار' : `في الانتظار: ${counted(count, responses)}`),
    whatComes: 'تصل إلى هنا التعليقات المعلّقة والمبلَّغ عنها، من دون إعادة تحميل الصفحة.',
    loadingQueue: 'جارٍ تحميل ما في الانتظار…',
    queueFailed: (reason) => `تعذّر تحميل ما في الانتظار. ${reason}`,
    showNew: (count) => `عرض الجديد (${number(count)})`,
    newWaiting: (count) => `في الانتظار: ${counted(count, newComments)}`,
    showMore: 'عرض المزيد',
    moreShown: (count) => `عُرض المزيد: ${number(count)}`,

    waitingComment: (name, title) => `تعليق من ${isolate(name)} على ${isolate(title)}`,
    onPage: 'في الصفحة',
    waitingSince: 'في الانتظار منذ',
    held: (reason: HoldReason) => {
      switch (reason) {
        case 'links':
          return 'معلّق: فيه عناوين ويب كثيرة.'
        case 'words':
          return 'معلّق: فيه كلمات تُراجع هنا أولًا.'
        case 'check':
          return 'معلّق: طلب ذلك فحص آلي.'
        case 'trap':
          return 'معلّق: مُلئ حقل يجب أن يبقى فارغًا.'
        case 'haste':
          return 'معلّق: أُرسل بعد فتح الصفحة بوقت قصير جدًا.'
      }
    },
    reported: (count) => counted(count, reports),
    moreReports: (count) => `و${counted(count, otherReports)}`,
    answers: (name) => `رد على ${isolate(name)}`,
    answersGone: 'رد على تعليق لم يعد موجودًا',
    discussionClosed: 'باب التعليق هنا مغلق.',

    approve: 'قبول',
    reject: 'رفض',
    delete: 'حذف',
    closeDiscussion: 'إغلاق باب التعليق',
    reopenDiscussion: 'فتح باب التعليق من جديد',
    deciding: 'جارٍ الإرسال…',
    rejecting: (name) => `رفض تعليق ${isolate(name)}`,
    reason: 'السبب',
    reasonNote: 'يُحفظ في السجل، ولا يراه القرّاء.',
    reasonFaults: {
      empty: 'اكتب سبب الرفض.',
      'too-long': (limit) => `أقصى طول للسبب ${counted(limit, mostCharacters)}. اختصره.`,
      'unreadable-characters': 'في السبب محارف لا يمكن عرضها. اكتبه من جديد.',
    },
    rejectForThis: 'رفض لهذا السبب',

    did: {
      approve: 'تم القبول',
      reject: 'تم الرفض',
      delete: 'تم الحذف',
      close: 'أُغلق باب التعليق',
      reopen: 'فُتح باب التعليق من جديد',
      undo: 'تم التراجع',
    },
    result: (did, count) => `${did}. يمكن التراجع. ${waiting(count)}`,
    nothingDone: 'لا قرارات بعد.',
    didTo: (did, what) => `${did}: ${isolate(what)}`,
    undone: (count) => `تم التراجع. ${waiting(count)}`,
    undo: 'تراجع',
    undoing: 'جارٍ التراجع…',
    nothingToUndo: 'لا شيء هنا للتراجع عنه. في السجل ما جرى من قبل.',

    notDecided: (reason) => `لم يُتّخذ أي قرار. ${reason}`,
    notUndone: (reason) => `لم يتم التراجع عن شيء. ${reason}`,
    changed: 'تغيّر التعليق في هذه الأثناء. تراه هنا كما هو الآن: انظر إليه ثم قرّر من جديد.',
    undoOvertaken: 'جرى شيء آخر بعد ذلك، أو عدّله كاتبه.',
    decidedElsewhere: (name) => `سبق أن قرّر شخص آخر في تعليق ${isolate(name)}، أو لم يعد موجودًا.`,
    closedElsewhere: 'سبق أن أغلق شخص آخر باب التعليق هنا.',
    reopenedElsewhere: 'سبق أن فتح شخص آخر باب التعليق هنا من جديد.',
    gone: 'لم يعد موجودًا.',
    tooOften: (count) => `طُلب الكثير في وقت قصير. أعد المحاولة بعد ${counted(count, seconds)}.`,

    keys: 'المفاتيح',
    keysExplained: 'تعمل هذه المفاتيح ما دام التركيز في قائمة ما ينتظر.',
    keyActions: {
      next: 'التعليق التالي',
      previous: 'التعليق السابق',
      approve: 'قبول',
      reject: 'رفض، مع ذكر السبب',
      delete: 'حذف',
      undo: 'التراجع عن آخر قرار',
      help: 'هذه المساعدة',
    },
    close: 'إغلاق',

    log: 'ما فعله المشرفون، الأحدث أولًا',
    emptyLog: 'لم يُفعل شيء بعد',
    loadingLog: 'جارٍ تحميل السجل…',
    logFailed: (reason) => `تعذّر تحميل السجل. ${reason}`,
    logged: {
      approve: (name) => `قبِل ${isolate(name)} تعليقًا`,
      reject: (name) => `رفض ${isolate(name)} تعليقًا`,
      delete: (name) => `حذف ${isolate(name)} تعليقًا`,
      close: (name) => `أغلق ${isolate(name)} باب التعليق في صفحة`,
      reopen: (name) => `فتح ${isolate(name)} باب التعليق في صفحة من جديد`,
      undo: (name) => `تراجع ${isolate(name)} عمّا جرى`,
    },
    wasUndone: 'تم التراجع عنه لاحقًا',
    erased: 'محا كاتبه النص.',
    forReason: (reason) => `السبب: ${isolate(reason)}`,
  }
}
