import { useEffect, useState, type ComponentType } from 'react'
import { keepLoading } from '../parts/lazyPart.tsx'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'

/** How the address leads into the discussion: since it was opened, or by a change after that. */
export type Leading = 'from-start' | 'later'

type Permalink = ComponentType<{ leading: Leading; threads: Threads; view: ThreadView }>

const load = async () => (await import('../finding/permalink/Permalink.tsx')).Permalink

/**
 * What follows the address into the discussion, once it leads there, or has before (`hasLed`), and as soon as that is loaded:
 * drawn as a `lazyPart`, it might wait for a while more.
 */
export function usePermalink(hasLed: boolean): { Permalink: Permalink; leading: Leading } | null {
  const [led, setLed] = useState<{ Permalink: Permalink; leading: Leading } | null>(null)
  useEffect(() => {
    const look = async (leading: Leading) => {
      if (!hasLed && !/^#(comment-|discussion$)/.test(location.hash)) return
      const Permalink = await keepLoading(load)
      setLed((before) => before ?? { Permalink, leading })
    }
    const listener = () => void look('later')
    void look('from-start')
    addEventListener('hashchange', listener)
    return () => removeEventListener('hashchange', listener)
  }, [hasLed])
  return led
}
