import { startTransition } from 'react'
import { flushSync } from 'react-dom'

/** Of a list, by its name: what draws more of it, and how deep it is. */
type Step = { name: string; depth: number; draw: () => void }

export type Steps = ReturnType<typeof createSteps>

/**
 * Draws what comes one step in each frame, so that none of a slow processor's frames is long, and in the order of reading, so that what is drawn stays where it
 * is: first what is deepest, and of that, what waited first. Knows which branches were drawn whole, by the ids of what they answer.
 */
export function createSteps() {
  const waiting = new Set<Step>()
  const places = new Map<string, number>()
  const whole = new Set<string>()
  let drawing: Step | null = null
  let frame = 0

  const placeOf = ({ name }: Step) => places.get(name) ?? places.size

  function takeNext(): Step | null {
    const [step = null] = [...waiting].toSorted((a, b) => b.depth - a.depth || placeOf(a) - placeOf(b))
    if (step) waiting.delete(step)
    return step
  }

  function drawNext(): void {
    frame = 0
    drawing = takeNext()
    if (drawing) startTransition(drawing.draw)
  }

  function drawLater(): void {
    if (frame === 0 && drawing === null && waiting.size > 0) frame = requestAnimationFrame(drawNext)
  }

  return {
    /** Gives the way to call it off, or, once it is drawn, to say so: until then nothing else is. */
    take(step: Step): () => void {
      waiting.add(step)
      places.set(step.name, placeOf(step))
      drawLater()
      return () => {
        waiting.delete(step)
        if (drawing === step) drawing = null
        drawLater()
      }
    },
    /** All at once, as to print it. */
    drawAll(): void {
      for (let step = drawing ?? takeNext(); step; step = drawing ?? takeNext()) {
        drawing = step
        flushSync(step.draw)
        if (drawing === step) return
      }
    },
    /** Whether something is still to be drawn. */
    isBusy: (): boolean => drawing !== null || waiting.size > 0,
    setWhole: (id: string) => void whole.add(id),
    isWhole: (id: string | null): boolean => id !== null && whole.has(id),
  }
}
