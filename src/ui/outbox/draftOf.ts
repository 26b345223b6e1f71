import { draftName, type About } from '../drafts/draft.ts'
import type { Entry } from './entry.ts'

/** The name of the draft that it was before it was sent. */
export function nameOfDraft({ discussionId, target }: Entry): string {
  return draftName(discussionId, target, target === 'new' ? 'new' : 'reply')
}

/** What its draft keeps of the comment that it answers. */
export function aboutOf({ answeredName, parentId }: Entry): About | null {
  return answeredName === null
    ? null
    : { name: answeredName, parentId, beginning: '', format: 'plain', revision: 1 }
}
