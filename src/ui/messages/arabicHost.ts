import { isolate } from './arabicIsolates.ts'
import type { HostMessages } from './englishHost.ts'

export const arabicHost: HostMessages = {
  inPage: 'يعمل Soundoff هنا من دون عامله في الخلفية؛ وتبقى التعليقات محفوظة في هذا المتصفح.',
  inMemory: 'لا يتيح هذا المتصفح التخزين هنا: يبقى ما يُنشر إلى أن تُغلق الصفحة.',
  faultsIgnored: (parts) => `لم يُفهم في «${isolate('faults')}» فأُهمل: ${isolate(parts)}`,
}
