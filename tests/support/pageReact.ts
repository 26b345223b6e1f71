import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** A page of React around a discussion, with a button that counts. */
export function renderPage(place: Element, backend: string): void {
  createRoot(place).render(createElement(Page, { backend }))
}

function Page({ backend }: { backend: string }) {
  const [times, setTimes] = useState(0)
  return createElement(
    'section',
    null,
    createElement('button', { onClick: () => setTimes(times + 1) }, `Clicked ${times} times`),
    createElement('soundoff-discussion', {
      discussion: 'kerry-to-urge-china',
      backend,
      'onsoundoff:posted': () => setTimes(100),
    }),
  )
}
