import type { WritingMessages } from './englishWriting.ts'
import type { Counting } from './plurals.ts'

/** Every text that only those meet who do more than read and fold. */
export function chineseWritingIn({ number }: Counting<'zh'>): WritingMessages {
  return {
    checking: '正在发送…正在确认是否已送达。',
    held: '等待审核',
    heldFor: (reason) => {
      switch (reason) {
        case 'links':
          return '在有人审核之前，这条评论只有您能看到：其中的网址较多。'
        case 'words':
          return '在有人审核之前，这条评论只有您能看到：其中有需要先行审核的词语。'
        case 'check':
          return '在有人审核之前，这条评论只有您能看到：自动检查要求先行审核。'
        case 'trap':
          return '在有人审核之前，这条评论只有您能看到：有一个应当留空的栏位被填写了。'
        case 'haste':
          return '在有人审核之前，这条评论只有您能看到：它在页面打开后很快就发送了。'
        case null:
          return '在有人审核之前，这条评论只有您能看到。'
      }
    },
    waitingForNetwork: '正在等待网络，恢复联网后会自动发布。',
    commentPosted: '评论已发布',
    replyPosted: '回复已发布',
    notPosted: (reason) => `未发布。${reason}`,
    perhapsNotPosted: (reason, isAsSent) => `目前看来未发布。${reason}${isAsSent ? '不会重复发布。' : ''}`,
    seeExisting: '查看评论',
    triedAgain: '稍后会自动重试。',
    earlierTextPosted: '未发布。您之前发送的内容其实已经发布。现在的文字仍在这里，可以发布或舍弃。',
    takeBack: '取回并编辑',
    leaveEmpty: '请将此处留空',
    nowClosed: '评论已被关闭。',
    nowOpen: '评论已重新开放。',
    keptThoughClosed: '您在这里写的内容会保留以便复制，但不能再发表。',
    keptDraft: '您在这里开始写的内容已保留，可以复制。',
    edit: '编辑',
    deleteComment: '删除',
    editableUntil: (time) => `${time} 前可在此浏览器中操作，除非清除浏览器数据。`,
    noLongerEditable: '已不能再编辑或删除。',
    editComment: '编辑您的评论',
    yourText: '您的文字',
    save: '保存',
    saving: '正在保存…',
    notSaved: (reason) => `未保存。${reason}`,
    commentEdited: '评论已编辑',
    asItIsNow: '评论现在的内容',
    saveMine: '用我的文字替换',
    keepNewer: '保持现状',
    willBeDeleted: '评论将在几秒后删除。',
    deleting: '正在删除…',
    deletionUndone: '评论已保留',
    commentDeleted: '评论已删除',
    notDeleted: (reason) => `未删除。${reason}`,
    commentNotDeleted: (reason) => `您的一条评论未能删除。${reason}`,
    keepComment: '保留',
    report: '举报',
    reportOf: (name) => `举报 ${name} 的评论`,
    reportReason: '理由',
    reportReasons: {
      spam: '垃圾信息',
      abuse: '辱骂或骚扰',
      'off-topic': '与主题无关',
      other: '其他',
    },
    reportWords: '它有什么问题？（选填）',
    sendReport: '提交举报',
    reportReceived: '已收到您的举报，谢谢。',
    notReported: (reason) => `未能举报。${reason}`,
    answeredEdited: (name) => `您开始写之后，${name} 编辑了这条评论。上方是现在的内容。`,
    answeredDeleted: '您要回复的评论已被删除。您的文字仍在这里。',
    answeredRemoved: '您要回复的评论已被管理员移除。您的文字仍在这里。',
    moveToComment: '改为单独的评论',
    goOnWithEdit: '继续编辑您的评论',
    quoteInReply: (name) => `在给 ${name} 的回复中引用`,
    quoteInComment: '在评论中引用',
    nameLooksLike: (name) => `您的名字与这里另一位的名字“${name}”很像，别人可能会认错。`,
    formatting: '格式',
    formats: {
      toolbar: '格式',
      bold: '粗体',
      italic: '斜体',
      code: '代码',
      quote: '引用',
      list: '列表',
      numberedList: '编号列表',
      link: '链接',
      control: 'Ctrl',
    },
    preview: '预览',
    nothingToPreview: '还没有写任何内容。',
    discardDraft: '舍弃',
    draftDiscarded: '草稿已舍弃。',
    draftDiscardedFor: '草稿已舍弃，8 秒内可以恢复。',
    undo: '撤销',
    writtenElsewhere: '另一个标签页同时在这里写了：',
    addText: '加到我的文字中',
    leaveText: '不采用',
    unfinished: (count) => `您在这里有 ${number(count)} 条未写完的回复`,
    goOnWith: (name) => `继续写给 ${name} 的回复`,

    resetQuestion: '恢复最初的评论？',
    resetExplained: '在此浏览器中发布的内容将全部移除，且无法撤销。',
    resetConfirm: '移除并恢复',
    resetDecline: '全部保留',
    resetDone: '已恢复最初的评论',
    resetFailed: (reason) => `没有移除任何内容。${reason}`,
  }
}
