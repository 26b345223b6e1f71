import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { takeTyped } from '../ui/drafts/takeTyped.ts'
import type { Connection } from './connections.ts'
import type { Options } from './options.ts'
import { cacheRenderedData, DATA_ID, findRenderedData } from './renderedData.ts'

/**
 * Draws `content` in a place of a shadow root; where a server has drawn that very discussion there, it goes on from that, with
 * what was typed meanwhile, unless it is in another language.
 */
export function beginTree(
  root: ShadowRoot,
  place: HTMLElement,
  content: ReactNode,
  { discussion, order, backend, isDrawnAlike }: Options & { isDrawnAlike: boolean },
  connect: (backend: string) => Connection,
): Root {
  const data = findRenderedData(root)
  root.getElementById(DATA_ID)?.remove()
  // The style sheets that the root has adopted by now say the same.
  for (const style of root.querySelectorAll('style')) style.remove()
  if (data && data.discussion.id === discussion && data.order === order && backend !== null) {
    const { queryClient, shared } = connect(backend)
    cacheRenderedData(queryClient, shared.api, data)
    takeTyped(place, shared.device, data.discussion.id)
    if (isDrawnAlike) return flushSync(() => hydrateRoot(place, content))
  }
  place.replaceChildren()
  const tree = createRoot(place)
  tree.render(content)
  return tree
}
