import { catalogueOf } from '../../ui/messages/catalogueOf.ts'
import { frameTitles } from '../../ui/messages/frameTitles.ts'

/** What a frame is called, in the language of a tag, where there is one. */
export function frameTitle(tag: string | null): string {
  return frameTitles[catalogueOf(tag ?? '')]
}
