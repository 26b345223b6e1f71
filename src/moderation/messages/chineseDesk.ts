import type { HoldReason } from '../../domain/comment.ts'
import { countingIn } from '../../ui/messages/plurals.ts'
import type { DeskWords } from './englishDesk.ts'

/** Every text that only moderators meet, in simplified Chinese. */
export function chineseDeskIn(locale: string): DeskWords {
  const { number } = countingIn<'zh'>(locale)
  const waiting = (count: number) => `还有 ${number(count)} 条待处理。`
  return {
    moderation: '审核',
    notHere:
      '这里没有需要审核的内容：本页只把评论保存在您的浏览器中。Soundoff 在服务器上运行时，管理员在此网址工作。',

    signIn: '登录',
    token: '管理员令牌',
    tokenFrom:
      '服务器的运营者通过设置项 SOUNDOFF_MODERATORS 给每位管理员一个令牌。此标签页会保留它，直到您退出登录或关闭标签页。',
    tokenMissing: '请先输入令牌。',
    tokenWrong: '这不是此处管理员的令牌。请检查是否完整，或询问服务器的运营者。',
    tokenRefused: '您的令牌已不再有效。请重新登录以继续，您写的内容已保留。',
    signingIn: '正在登录…',
    notSignedIn: (reason) => `未能登录。${reason}`,
    signOut: '退出登录',

    waitingTab: (count) => `待处理（${number(count)}）`,
    logTab: '日志',
    waiting: (count) => (count === 0 ? '没有待处理的评论' : `${number(count)} 条评论待处理`),
    whatComes: '被暂缓或被举报的评论会出现在这里，无需重新加载。',
    loadingQueue: '正在加载待处理的评论…',
    queueFailed: (reason) => `待处理的评论无法加载。${reason}`,
    showNew: (count) => `显示 ${number(count)} 条新的`,
    newWaiting: (count) => `${number(count)} 条新评论待处理`,
    showMore: '显示更多',
    moreShown: (count) => `又显示了 ${number(count)} 条`,

    waitingComment: (name, title) => `${name} 对 ${title} 的评论`,
    onPage: '所在页面：',
    waitingSince: '等待开始于',
    held: (reason: HoldReason) => {
      switch (reason) {
        case 'links':
          return '已暂缓：含有很多网址。'
        case 'words':
          return '已暂缓：含有需先查看的词语。'
        case 'check':
          return '已暂缓：自动检查要求如此。'
        case 'trap':
          return '已暂缓：有一个应当留空的栏位被填写了。'
        case 'haste':
          return '已暂缓：它在页面打开后很快就发送了。'
      }
    },
    reported: (count) => `${number(count)} 次举报`,
    moreReports: (count) => `另有 ${number(count)} 次举报`,
    answers: (name) => `回复 ${name}`,
    answersGone: '所回复的评论已不在',
    discussionClosed: '此处的评论已关闭。',

    approve: '通过',
    reject: '拒绝',
    delete: '删除',
    closeDiscussion: '关闭评论',
    reopenDiscussion: '重新开放评论',
    deciding: '正在提交…',
    rejecting: (name) => `拒绝 ${name} 的评论`,
    reason: '理由',
    reasonNote: '理由保存在日志中，读者看不到。',
    reasonFaults: {
      empty: '请写明拒绝的理由。',
      'too-long': (limit) => `理由最多 ${number(limit)} 个字符，请缩短。`,
      'unreadable-characters': '理由中有无法显示的字符，请重新输入。',
    },
    rejectForThis: '以此理由拒绝',

    did: {
      approve: '已通过',
      reject: '已拒绝',
      delete: '已删除',
      close: '已关闭评论',
      reopen: '已重新开放评论',
      undo: '已撤销',
    },
    result: (did, count) => `${did}，可以撤销。${waiting(count)}`,
    nothingDone: '还没有处理过评论。',
    didTo: (did, what) => `${did}：${what}`,
    undone: (count) => `已撤销。${waiting(count)}`,
    undo: '撤销',
    undoing: '正在撤销…',
    nothingToUndo: '这里没有可撤销的操作，之前的操作在日志中。',

    notDecided: (reason) => `未作任何处理。${reason}`,
    notUndone: (reason) => `未撤销任何操作。${reason}`,
    changed: '这条评论在此期间有改动。这里显示的是现在的内容，请查看后重新处理。',
    undoOvertaken: '此后已有其他操作，或作者已修改评论。',
    decidedElsewhere: (name) => `${name} 的评论已由他人处理，或已不在。`,
    closedElsewhere: '他人已关闭此处的评论。',
    reopenedElsewhere: '他人已重新开放此处的评论。',
    gone: '它已经不在了。',
    tooOften: (seconds) => `短时间内请求太多，请在 ${number(seconds)} 秒后重试。`,

    keys: '按键',
    keysExplained: '焦点在待处理列表中时，这些按键有效。',
    keyActions: {
      next: '下一条评论',
      previous: '上一条评论',
      approve: '通过',
      reject: '拒绝，并写明理由',
      delete: '删除',
      undo: '撤销上一次处理',
      help: '此帮助',
    },
    close: '关闭',

    log: '审核记录，最新在前',
    emptyLog: '还没有任何操作',
    loadingLog: '正在加载日志…',
    logFailed: (reason) => `日志无法加载。${reason}`,
    logged: {
      approve: (name) => `${name} 通过了一条评论`,
      reject: (name) => `${name} 拒绝了一条评论`,
      delete: (name) => `${name} 删除了一条评论`,
      close: (name) => `${name} 关闭了一处评论`,
      reopen: (name) => `${name} 重新开放了一处评论`,
      undo: (name) => `${name} 撤销了一次操作`,
    },
    wasUndone: '此后已撤销',
    erased: '作者已抹去其文字。',
    forReason: (reason) => `理由：${reason}`,
  }
}
