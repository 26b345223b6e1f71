import type { englishElement } from './englishElement.ts'

export const chineseElement: typeof englishElement = {
  needsDiscussion: '无法显示这些评论：属性“discussion”须为由英文字母、数字、“-”和“_”组成的名称。',
  needsBackend: '无法显示这些评论：属性“backend”须为服务器地址，或填“browser”试用。',
}
