import type { englishFrame } from './englishFrame.ts'

export const chineseFrame: typeof englishFrame = {
  alone: '本页用于在其他网页中显示评论，单独打开时没有内容。',
  unnamedPage: '无法显示这些评论：网址中没有说明所在的网页。',
}
