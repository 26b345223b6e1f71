import type { HostMessages } from './englishHost.ts'

export const chineseHost: HostMessages = {
  inPage: 'Soundoff 在这里不使用后台线程运行；评论仍会保存在此浏览器中。',
  inMemory: '此浏览器在这里不提供存储，发布的内容只保留到页面关闭为止。',
  faultsIgnored: (parts) => `“faults”中无法识别、已忽略的部分：${parts}`,
}
