import type { DiscussionId } from '../../domain/ids.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { draftName, emptyDraft, parseDraft } from './draft.ts'
import { mergeTyped } from './mergeTyped.ts'

/**
 * Makes what a reader has typed in a discussion that came drawn, before anything listened, the draft and the name that the device
 * keeps. `place` holds its composer, as it is at that moment.
 */
export function takeTyped(place: Element, device: DeviceStorage, discussionId: DiscussionId): void {
  const form = place.querySelector('#form-new')
  takeDraft(form?.querySelector('textarea') ?? null, device, discussionId)
  const name = form?.querySelector('input')
  if (name && name.value !== '' && name.value !== name.defaultValue) device.write('name', name.value)
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
  if (body !== draft.body) device.write(name, writeJson({ ...draft, body, caret: null, stamp }))
}
