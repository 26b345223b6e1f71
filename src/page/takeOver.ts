import type { DiscussionId } from '../domain/ids.ts'
import { draftName, emptyDraft, parseDraft } from '../ui/drafts/draft.ts'
import type { DeviceStorage } from '../ui/parts/deviceStorage.ts'
import { mergeTyped } from './mergeTyped.ts'

/**
 * Takes over what a reader did to a page that came drawn, before anything listened: what was typed becomes the draft and the
 * name that the device keeps. To be called right before the page is hydrated; what it gives, right after, which does
 * what was chosen and pressed.
 */
export function takeOver(place: Element, device: DeviceStorage, discussionId: DiscussionId): () => void {
  const form = place.querySelector('#form-new')
  takeDraft(form?.querySelector('textarea') ?? null, device, discussionId)
  const name = form?.querySelector('input')
  if (name && name.value !== '' && name.value !== name.defaultValue) device.write('name', name.value)
  const rules = form?.querySelector('details')
  if (rules) device.write('rules-closed', rules.open ? null : 'yes')

  const chosen = [...place.querySelectorAll('select')]
    .filter(({ selectedOptions: [option] }) => option?.defaultSelected === false)
    .map((select) => ({ select, value: select.value }))
  return () => {
    for (const { select, value } of chosen) {
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }
    for (const button of window.pressedEarly ?? []) if (button.isConnected) button.click()
    delete window.pressedEarly
  }
}

function takeDraft(
  field: HTMLTextAreaElement | null,
  device: DeviceStorage,
  discussionId: DiscussionId,
): void {
  if (field === null) return
  const name = draftName(discussionId, 'new', 'new')
  const draft = parseDraft(device.read(name)) ?? emptyDraft(null)
  const body = mergeTyped(field.defaultValue, field.value, draft.body)
  const stamp = { ...draft.stamp, at: Date.now() }
  if (body !== draft.body) device.write(name, JSON.stringify({ ...draft, body, caret: null, stamp }))
}
