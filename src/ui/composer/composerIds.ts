import type { Mode, Target } from '../drafts/draft.ts'

/** Of the elements of a composer. */
export function composerIds(target: Target, mode: Mode = 'reply'): { form: string; text: string } {
  const name = mode === 'edit' ? `edit-${target}` : target
  return { form: `form-${name}`, text: `composer-${name}` }
}
