import type { FindingMessages } from './englishFinding.ts'
import type { Counting } from './plurals.ts'

/** Every text of what readers find their way with, and what is loaded for that. A branch is a “分支”. */
export function chineseFindingIn({ number }: Counting<'zh'>): FindingMessages {
  const comments = (count: number) => `${number(count)} 条评论`
  return {
    results: '搜索结果',
    searching: '正在搜索…',
    matches: (count) => (count === 0 ? '没有匹配' : `${number(count)} 处匹配`),
    commentsFound: (count) => (count === 0 ? '没有评论' : comments(count)),
    noMatch: (words) => `没有评论包含“${words}”。`,
    noMatchAdvice: '试试少用几个词，或只用词的一部分。',
    noMatchWithin: '试试少用几个词，或去掉人物或时间，在全部评论中搜索。',
    noComment: '没有这样的评论。',
    noCommentAdvice: '去掉人物或时间，即可看到其他评论。',
    searchForNothing: '这里没有可搜索的内容，请输入一个词或词的一部分。',
    searchTooLong: (limit) => `搜索内容太长，请缩短到 ${number(limit)} 个字符以内。`,
    searchFailed: (reason) => `搜索失败。${reason}`,
    lookedFor: '搜索条件',
    chipWords: (words) => `“${words}”`,
    chipPerson: (name) => `来自 ${name}`,
    removeFromSearch: (what) => `移除${what}`,
    clearSearch: '清除',
    previousMatch: '上一处匹配',
    nextMatch: '下一处匹配',
    matchOf: (match, total) => `第 ${number(match)} 处，共 ${number(total)} 处`,
    showMoreMatches: '显示更多匹配',
    answering: '回复对象',
    backToResults: '返回搜索结果',

    overview: '参与者与动态',
    overviewFailed: (reason) => `评论概览无法加载。${reason}`,
    loadingOverview: '正在加载参与者与动态…',
    activity: '评论随时间的变化',
    activitySummary: (total, span, most, peak) =>
      `${comments(total)}，${span}。最热闹的时段：${peak}，有 ${number(most)} 条。`,
    from: '从',
    until: '到',
    allTimes: '全部时间',
    people: '参与者',
    person: (name, count) => `${name}，${comments(count)}`,
    count: number,
    showAllPeople: (count) => `显示全部 ${number(count)} 人`,
    showFewerPeople: '收起',
    otherPeople: (count) => `以及其他 ${number(count)} 人`,

    mention: (called, name) => `${called}，前往 ${name} 的评论`,

    mute: (name) => `屏蔽 ${name}`,
    nowMuted: (name) => `您已屏蔽 ${name}，此设备上不再显示其评论。`,
    mutedComment: (name) => `${name} 的评论，您已屏蔽此人。`,
    mutedShown: (name) => `您已屏蔽 ${name}。`,
    showMuted: '显示',
    hideMuted: '隐藏',
    undoMute: '撤销',
    unmute: '取消屏蔽',
    unmuteName: (name) => `取消屏蔽 ${name}`,
    unmuted: (name) => `已取消屏蔽 ${name}`,
    mutedList: '您屏蔽的人',
    nobodyMuted: '您没有屏蔽任何人。',

    onlyThisBranch: '只看此分支',
    branch: '分支',
    onlyBranchOf: (name) => `只显示 ${name} 的分支`,
    widenTo: (name) => `显示 ${name} 的分支`,
    backToAll: '返回全部评论',
    wholeDiscussion: '已显示全部评论',

    loadingComment: '正在加载评论…',
    linkedComment: (status) =>
      status === 'deleted'
        ? '链接所指的评论已被删除。'
        : status === 'rejected'
          ? '链接所指的评论已被管理员移除。'
          : '这就是链接所指的评论。',
    noSuchComment: '链接所指的评论不在这里，可能已被移除。',
    closeNotice: '关闭',
    commentNotLoaded: (reason) => `链接所指的评论无法加载。${reason}`,
    linkedThreads: () => '链接所指的讨论串',
    allThreads: '全部讨论串',
    copyLink: '复制链接',
    linkCopied: '链接已复制',
    linkToCopy: '请从这里复制链接',

    news: (count) => `${number(count)} 条新评论`,
    showNews: (count) => `显示 ${number(count)} 条新评论`,
    changed: '评论有变动',
    showAsItIs: '显示最新的评论',

    newSinceVisit: (count, hasMore) => ({
      short: `${number(count)}${hasMore ? '+' : ''} 条新评论`,
      rest: '自您上次访问以来',
    }),
    nextNew: '下一条新评论',
    newAhead: (count) => `后面还有 ${number(count)} 条`,
    newFromStart: '又从第一条新评论开始',
    nothingNew: '没有新评论',

    keysAndDisplay: '按键与显示',
    display: '显示',
    density: '疏密',
    densities: { comfortable: '宽松', compact: '紧凑' },
    textSize: '文字大小',
    textSizes: { small: '小', medium: '中', large: '大', larger: '特大' },
    keys: '键盘快捷键',
    useKeys: '使用键盘快捷键',
    keyActions: {
      next: '下一条评论',
      previous: '上一条评论',
      nextThread: '下一个讨论串',
      parent: '所回复的评论',
      firstReply: '第一条回复',
      nextNew: '下一条新评论',
      fold: '折叠或展开讨论串',
      reply: '回复',
      search: '搜索',
      help: '本帮助',
    },
    backToArticle: '返回文章',
  }
}
