import type { Catalogue, Catalogues } from '../ui/messages/catalogues.ts'

type Speech = {
  /** Draws anew; what it gives is there until a language that is not here yet has come. */
  draw(): Promise<void> | undefined
  stop(): void
}

/**
 * Has `render` draw in the language that `findTag` tells, also when the page changes that. While it is still to be brought, what
 * is drawn stays in the one that it has. What came drawn in another, by `first`, is gone on from in that, and then changed.
 */
export function speak(
  catalogues: Catalogues,
  { findTag, first }: { findTag: () => string; first: string },
  render: (catalogue: Catalogue) => void,
): Speech {
  let shown: Catalogue | null = null
  let wanted = ''
  let turn = 0

  function draw(): Promise<void> | undefined {
    turn += 1
    wanted = shown ? findTag() : first || findTag()
    const found = catalogues.find(wanted)
    const now = found ?? shown
    if (now) show(now)
    if (found) return undefined
    return bring(turn)
  }

  async function bring(ours: number): Promise<void> {
    const brought = await catalogues.bring(wanted)
    if (ours === turn) show(brought)
  }

  function show(catalogue: Catalogue): void {
    const isFirst = shown === null
    shown = catalogue
    render(catalogue)
    if (isFirst && wanted !== findTag()) void draw()
  }

  const observer = new MutationObserver(() => {
    if (shown && wanted !== findTag()) void draw()
  })
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] })
  return {
    draw,
    stop() {
      turn += 1
      observer.disconnect()
    },
  }
}
