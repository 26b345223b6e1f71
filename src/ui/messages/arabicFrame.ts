import type { englishFrame } from './englishFrame.ts'

export const arabicFrame: typeof englishFrame = {
  alone: 'تعرض هذه الصفحة التعليقات داخل صفحة أخرى، ولا تعرض شيئًا وحدها.',
  unnamedPage: 'لا يمكن عرض هذه التعليقات: عنوانها لا يذكر الصفحة التي هي فيها.',
}
