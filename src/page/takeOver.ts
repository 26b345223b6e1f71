import type { DiscussionId } from '../domain/ids.ts'
import { takeTyped } from '../ui/drafts/takeTyped.ts'
import type { DeviceStorage } from '../ui/parts/deviceStorage.ts'

/**
 * Takes over what a reader did to a page that came drawn, before anything listened: what was typed becomes the draft and the
 * name that the device keeps. To be called right before the page is hydrated; what it gives, right after, which does
 * what was chosen and pressed.
 */
export function takeOver(place: Element, device: DeviceStorage, discussionId: DiscussionId): () => void {
  takeTyped(place, device, discussionId)
  const rules = place.querySelector<HTMLDetailsElement>('#form-new details')
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
