import type { Problem } from '../../api/problem.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInChinese(problem: Problem, number: (value: number) => string): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? '这里没有这篇文章，请检查网址。'
        : '它已经不在这里了，请重新加载页面查看现有内容。'
    case 'invalid':
      // Servers say it in English.
      return `${fieldName(problem.field)}未被接受。服务器的说明：“${problem.reason}”。请修改后重试。`
    case 'too-long':
      return `共有 ${number(problem.length)} 个字符，最多允许 ${number(problem.limit)} 个。请缩短后重新发布。`
    case 'too-large':
      return '内容太大，无法发送。请缩短或分几次发布。'
    case 'discussion-closed':
      return '评论在此期间已关闭。您的文字仍在这里，可以复制。'
    case 'parent-gone':
      return '您要回复的评论已经不在了。您的文字仍在这里，可以复制，或作为评论发布。'
    case 'depth-exceeded':
      return `这里的回复最多 ${number(problem.maxDepth)} 层。请回复上一层的评论。`
    case 'duplicate':
      return '您刚刚在这里发布过同样的内容。'
    case 'idempotency-key-reused':
      return '内容在发送途中被修改了，请重新发布。'
    case 'changed':
      return '这条评论在此期间有改动，可能是在另一个标签页中。请查看现在的内容，然后重试。'
    case 'edit-window-over':
      return '已过可修改的时间，不能再改，将保持原样。'
    case 'forbidden':
      return problem.resource === 'comment'
        ? '只有发布评论时所用的浏览器才能修改它。'
        : '这里还没有评论，本页也无权开启。网站所有者可以更改此设置。'
    case 'rate-limited':
      return `短时间内发布得太多，请在 ${number(Math.ceil(problem.retryAfter))} 秒后重试。`
    case 'unavailable':
      return 'Soundoff 暂时无法响应，请稍后重试。'
    case 'unreachable':
      return '无法连接到 Soundoff，请检查网络后重试。'
    case 'timed-out':
      return 'Soundoff 响应超时，请重试。'
    case 'unexpected-answer':
      return '响应的不是 Soundoff。请检查网络（也许需要先登录），然后重试。'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return '所发内容'
    case 'author.name':
      return '名字'
    case 'body':
    case 'words':
      return '文字'
    default:
      return `“${field}”`
  }
}
