/**
 * Gives back the room that was held by the class `held` of an element, once nobody sees anything move by it: at once where it is
 * full, or its end is out of sight; else when the reader next does something, which movement is expected after.
 */
export function giveBack(room: HTMLElement, held: string, signal: AbortSignal): void {
  const before = room.offsetHeight
  room.classList.remove(held)
  const { bottom } = room.getBoundingClientRect()
  const isSeen = room.offsetHeight < before && bottom < innerHeight && bottom + before > 0
  if (!isSeen) return
  room.classList.add(held)
  const done = new AbortController()
  const release = () => {
    room.classList.remove(held)
    done.abort()
  }
  signal.addEventListener('abort', () => done.abort())
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, release, { signal: done.signal, passive: true, capture: true })
  }
}
