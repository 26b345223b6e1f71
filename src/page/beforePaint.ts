import type { DiscussionId } from '../domain/ids.ts'
import { draftName } from '../ui/composer/draft.ts'
import { foldsName } from '../ui/discussion/foldsName.ts'
import { STORAGE_PREFIX } from '../ui/parts/deviceStorage.ts'
import { scriptJson } from './markup.ts'

declare global {
  interface Window {
    /** The buttons that were pressed before anything listened to them. */
    pressedEarly?: Set<HTMLButtonElement>
  }
}

/** Names under which the device keeps what the page shows from the start. */
type Names = { name: string; draft: string; rulesClosed: string; folds: string }

/** The script that readies a page that came drawn, before it is seen. */
export function beforePaintScript(discussionId: DiscussionId): string {
  const names: Names = {
    name: `${STORAGE_PREFIX}name`,
    draft: STORAGE_PREFIX + draftName(discussionId, 'new'),
    rulesClosed: `${STORAGE_PREFIX}rules-closed`,
    folds: STORAGE_PREFIX + foldsName(discussionId),
  }
  return `(${readyPage.toString()})(${scriptJson(names)})`
}

/**
 * Runs in the page by itself, with nothing but what it is given. Clears a page that another article was asked for; else shows
 * what the device keeps of the composer, as what its fields begin with, folds what is folded, and remembers which buttons
 * are pressed.
 */
function readyPage(names: Names): void {
  const place = document.getElementById('page')
  const asked = new URLSearchParams(location.search).get('article')
  if (asked !== null && asked !== place?.dataset['article']) {
    place?.replaceChildren()
    document.title = 'Soundoff'
    return
  }
  window.pressedEarly = new Set()
  place?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) window.pressedEarly?.add(button)
  })
  try {
    const form = document.getElementById('form-new')
    if (localStorage.getItem(names.rulesClosed) !== null) {
      form?.querySelector('details')?.removeAttribute('open')
    }
    const draft: unknown = JSON.parse(localStorage.getItem(names.draft) ?? 'null')
    const kept = [
      { field: form?.querySelector('input'), text: localStorage.getItem(names.name) },
      {
        field: form?.querySelector('textarea'),
        text: draft instanceof Object && 'body' in draft && draft.body,
      },
    ]
    for (const { field, text } of kept) {
      // Who writes while the page comes has begun with an empty field.
      if (!field || field.value !== '' || typeof text !== 'string') continue
      field.defaultValue = text
      field.value = text
    }
    const folded: unknown = JSON.parse(localStorage.getItem(names.folds) ?? '[]')
    for (const id of Array.isArray(folded) ? folded : []) {
      const branch = document.getElementById(`comment-${id}`)?.parentElement?.lastElementChild
      if (branch?.hasAttribute('data-branch')) branch.setAttribute('hidden', 'until-found')
    }
  } catch {
    // What cannot be read now, the page itself reads later, or does without.
  }
}
