import type { DiscussionId } from '../domain/ids.ts'
import { draftName } from '../ui/drafts/draft.ts'
import { foldsName } from '../ui/discussion/foldsName.ts'
import { prefixOf, spaceOf } from '../ui/parts/deviceStorage.ts'
import { scriptJson } from '../domain/markup.ts'
import { READING } from '../ui/finding/settings/reading.ts'
import { mergeTyped } from '../ui/drafts/mergeTyped.ts'

declare global {
  interface Window {
    /** The buttons that were pressed before anything listened to them; there until the page is taken over. */
    pressedEarly?: Set<HTMLButtonElement>
    /** What was typed meanwhile could not be kept. */
    isTypedUnkept?: boolean
  }
}

/** Names under which the device keeps what the page shows from the start. */
type Names = {
  name: string
  draft: string
  rulesClosed: string
  folds: string
  theme: string
  reading: string
}

/**
 * The script that readies a page that came drawn, before it is seen. It runs while the rest of the
 * page is on its way. `base` is that of its backend, `null` in the browser.
 */
export function beforePaintScript(discussionId: DiscussionId, base: string | null): string {
  const prefix = prefixOf(spaceOf(base))
  const names: Names = {
    name: `${prefix}name`,
    draft: prefix + draftName(discussionId, 'new', 'new'),
    rulesClosed: `${prefix}rules-closed`,
    folds: prefix + foldsName(discussionId),
    theme: `${prefix}theme`,
    reading: prefix + READING,
  }
  return `(${readyPage.toString()})(${scriptJson(names)}, ${mergeTyped.toString()})`
}

/**
 * Runs in the page by itself, with nothing but what it is given. Clears a page that another article was asked for; else lays
 * out all of one that was left before, shows what the device keeps of the composer, as what its fields begin with, folds what is folded, remembers which buttons are
 * pressed, and keeps what is typed as the composer would, should it never come.
 */
function readyPage(names: Names, merge: typeof mergeTyped): void {
  try {
    const reading = localStorage.getItem(names.reading)
    if (reading !== null) document.documentElement.dataset['reading'] = reading
  } catch {
    // Without storage nothing was chosen.
  }
  const place = document.getElementById('page')
  const asked = new URLSearchParams(location.search).get('article')
  if (asked !== null && asked !== place?.dataset['article']) {
    place?.replaceChildren()
    document.title = 'Soundoff'
    return
  }
  window.pressedEarly = new Set()
  drawWhereLeft()
  fold()
  place?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) window.pressedEarly?.add(button)
  })
  place?.addEventListener('keydown', ({ target, key, ctrlKey, metaKey, isComposing }) => {
    if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing || !(target instanceof Element)) return
    const button = target.closest('form')?.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button) window.pressedEarly?.add(button)
  })
  const form = document.getElementById('form-new')
  try {
    const theme = localStorage.getItem(names.theme)
    const options = [...(place?.querySelectorAll('option') ?? [])]
    const themes = options.find(({ value }) => value === theme)?.closest('select')?.options ?? []
    for (const option of themes) option.defaultSelected = option.value === theme
    if (localStorage.getItem(names.rulesClosed) !== null) {
      form?.querySelector('details')?.removeAttribute('open')
    }
    const kept = [
      { field: form?.querySelector('input'), text: localStorage.getItem(names.name) },
      { field: form?.querySelector('textarea'), text: readDraft().body },
    ]
    for (const { field, text } of kept) {
      // Who writes while the page comes has begun with an empty field.
      if (!field || field.value !== '' || !text) continue
      field.defaultValue = text
      field.value = text
      // Who goes on with it goes on at its end.
      field.setSelectionRange(text.length, text.length)
    }
  } catch {
    // What cannot be read now, the page itself reads later, or does without.
  }
  keepTyped()

  /** The browser goes back to where a page was left by the heights that it knows, and those of what it has not laid out are estimates. */
  function drawWhereLeft(): void {
    const [navigation] = performance.getEntriesByType('navigation')
    if (navigation?.toJSON().type === 'navigate') return
    asItComes(() => {
      place?.querySelectorAll<HTMLElement>('[data-style]').forEach(({ style }) => {
        style.contentVisibility = 'visible'
      })
    })
  }

  function fold(): void {
    try {
      const folded: unknown = JSON.parse(localStorage.getItem(names.folds) ?? '[]')
      const waiting = new Set(Array.isArray(folded) ? folded : [])
      if (waiting.size === 0) return
      asItComes(() => {
        for (const id of waiting) {
          const branch = document.getElementById(`comment-${id}`)?.parentElement?.lastElementChild
          if (!branch?.hasAttribute('data-branch')) continue
          branch.setAttribute('hidden', 'until-found')
          // Whoever finds something in it has it open.
          waiting.delete(id)
        }
      })
    } catch {
      // The page itself folds it later.
    }
  }

  /** Now, and again with each part of the page that comes, before that is drawn, until the page is taken over. */
  function asItComes(ready: () => void): void {
    const observer = new MutationObserver(again)
    if (place) observer.observe(place, { childList: true, subtree: true })
    document.addEventListener('DOMContentLoaded', () => {
      again()
      observer.disconnect()
    })
    ready()

    function again() {
      if (window.pressedEarly) ready()
      else observer.disconnect()
    }
  }

  function readDraft(): { body: string; stamp?: object } {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(names.draft) ?? 'null')
      if (value instanceof Object && 'body' in value && typeof value.body === 'string')
        return { ...value, body: value.body }
    } catch {
      // What is no draft is as good as none.
    }
    return { body: '' }
  }

  function keepTyped(): void {
    const field = form?.querySelector('textarea')
    let begun = readDraft().body
    let written = begun
    const keepWhatIsIn = (target: EventTarget | null) => {
      try {
        if (target instanceof HTMLInputElement) keep('name', target.value === '' ? null : target.value)
        if (!field || target !== field) return
        const draft = readDraft()
        // Another tab went on with it.
        if (draft.body !== written) begun = draft.body
        written = merge(field.defaultValue, field.value, begun)
        const stamp = { ...draft.stamp, at: Date.now() }
        const caret = written === field.value ? [field.selectionStart, field.selectionEnd] : null
        keep('draft', JSON.stringify({ ...draft, body: written, caret, stamp }))
      } catch {
        window.isTypedUnkept = true
      }
    }
    if (field?.value !== field?.defaultValue) keepWhatIsIn(field ?? null)
    form?.addEventListener('input', ({ target }) => {
      if (window.pressedEarly) keepWhatIsIn(target)
    })
  }

  function keep(what: 'name' | 'draft', text: string | null): void {
    if (text === null) localStorage.removeItem(names[what])
    else localStorage.setItem(names[what], text)
  }
}
