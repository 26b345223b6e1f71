import type { Messages } from './english.ts'
import { explainInChinese } from './explainInChinese.ts'
import { countingIn } from './plurals.ts'

/** Every text that a reader of Chinese meets, in simplified characters, but for those of writing. A thread is a “讨论串”. */
export function chineseIn(locale: string): Messages {
  const { number } = countingIn<'zh'>(locale)
  const comments = (count: number) => `${number(count)} 条评论`
  const replies = (count: number) => `${number(count)} 条回复`
  return {
    locale,

    skipToDiscussion: '跳到评论',
    byline: (name) => `作者：${name}`,
    datelineOriginal: (text) => `原文日期：${text}`,
    loadingArticle: '正在加载文章',
    loadingDiscussion: '正在加载评论',
    needsScript: 'JavaScript 已关闭。发表评论、折叠讨论串以及查看不在本页的评论都需要它。',

    theme: '外观',
    themes: { auto: '自动', light: '浅色', dark: '深色' },

    discussion: '评论',
    responses: (count) => (count === 0 ? '还没有评论' : comments(count)),
    responsesHere: (declared, imported, posted) => {
      const here = `${imported <= declared ? '其中' : ''} ${number(imported)} 条在此`.trim()
      return posted === 0 ? here : `${here}，此后又有 ${number(posted)} 条`
    },
    beFirst: '来写下第一条评论吧。',
    closed: '评论已关闭：仍可阅读，但不能再发表。',
    search: '搜索评论',
    sortBy: '排序',
    orders: { newest: '最新在前', oldest: '最早在前', replies: '回复最多' },
    sorted: (order) => `已排序：${order}`,
    collapseAll: '全部折叠',
    expandAll: '全部展开',
    allCollapsed: '已折叠全部讨论串',
    allExpanded: '已展开全部讨论串',
    showMoreThreads: '显示更多讨论串',
    showMoreReplies: (count) => `再显示 ${replies(count)}`,
    moreThreadsShown: (count) => `又显示了 ${number(count)} 个讨论串`,
    moreRepliesShown: (count) => `又显示了 ${replies(count)}`,
    loadingMore: '正在加载…',
    newReplies: (count) => ({ short: `新增 ${number(count)} 条`, rest: '回复' }),
    showNewReplies: (name, count) => `显示对 ${name} 的 ${number(count)} 条新回复`,

    nameless: '佚名',
    commentBy: (name) => `${name} 的评论`,
    replyBy: (name, to) => `${name} 回复 ${to}`,
    to: (name) => `回复 ${name}`,
    new: '新',
    newComment: (label) => `${label}，新`,
    newBelow: (count) => `，${number(count)} 条新回复`,
    noText: '这条评论没有文字。',
    deleted: '这条评论已被删除。',
    rejected: '这条评论已被管理员移除。',
    moreActions: (name) => `对 ${name} 的评论的更多操作`,
    edited: '编辑于',
    replies,
    collapseThread: (name) => `折叠 ${name} 的讨论串`,
    expandThread: (name, count) => `展开 ${name} 的讨论串，${replies(count)}`,
    threadCollapsed: '讨论串已折叠',
    threadExpanded: '讨论串已展开',
    collapse: '折叠',
    reply: '回复',
    replyTo: (name) => `回复 ${name}`,
    justNow: '刚刚',
    inUtc: (instant) => {
      const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
      return `${year}年${month}月${day}日 ${instant.slice(11, 16)} UTC`
    },

    postComment: '发表评论',
    name: '名字',
    comment: '评论',
    yourReply: '您的回复',
    post: '发布评论',
    postReply: '发布回复',
    cancel: '取消',
    postingAs: (name) => `以 ${name} 的名义发布`,
    changeName: '更改名字',
    sendKeys: (key) => `${key}+Enter 发布`,
    rules: '评论守则',
    draftKept: '草稿会一直保留，直到您发布。',
    draftNotKept: '此浏览器无法保存您的文字：离开本页后就会丢失。',
    charactersLeft: (count) =>
      count < 0 ? `超出 ${number(-count)} 个字符` : `还可输入 ${number(count)} 个字符`,
    sending: '正在发送…',
    draft: '草稿',
    nameFaults: {
      empty: '请写下您的名字或昵称。',
      'too-long': (limit) => `名字最多 ${number(limit)} 个字符，请缩短。`,
      'unreadable-characters': '名字中有无法显示的字符，请重新输入。',
    },
    bodyFaults: {
      empty: '请先写点什么。',
      'too-long': (limit) => `评论最多 ${number(limit)} 个字符，请缩短或分几次发布。`,
      'unreadable-characters': '文字中有无法显示的字符，请删去刚粘贴的内容，或重新输入。',
    },

    tryAgain: '重试',
    reload: '重新加载',
    broken: '这里出了错，评论无法继续显示。您写的内容已保留。',
    partMissing: '本页有一部分还没能加载。如果一直没有出现，请重新加载；您写的内容已保留。',
    articleMissing: '找不到文章',
    goToStart: '前往首页',
    articleFailed: (reason) => `文章无法加载。${reason}`,
    discussionFailed: (reason) => `评论无法加载。${reason}`,
    orderFailed: (reason) => `无法按此顺序排列。${reason}`,
    moreFailed: (reason) => `无法加载更多。${reason}`,
    explain: (problem) => explainInChinese(problem, number),
  }
}
