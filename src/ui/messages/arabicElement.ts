import { isolate } from './arabicIsolates.ts'
import type { englishElement } from './englishElement.ts'

export const arabicElement: typeof englishElement = {
  needsDiscussion: `لا يمكن عرض هذه التعليقات: يجب أن تكون سمتها «${isolate('discussion')}» اسمًا من حروف لاتينية وأرقام و«-» و«_».`,
  needsBackend: `لا يمكن عرض هذه التعليقات: يجب أن تكون سمتها «${isolate('backend')}» عنوان خادم، أو «${isolate('browser')}» للتجربة.`,
}
