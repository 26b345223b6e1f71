import { startTransition, useEffect, useState } from 'react'

/**
 * How many items of a list that grows are drawn: those that it begins with at once, further ones one in each frame, so that
 * none of a slow processor's frames is long.
 */
export function useProgressive(total: number): number {
  const [drawn, setDrawn] = useState(total)
  if (drawn > total) setDrawn(total)
  useEffect(() => {
    if (drawn >= total) return undefined
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(drawn + 1)))
    return () => cancelAnimationFrame(frame)
  }, [drawn, total])
  return drawn
}
