/** The class by which a place holds its room. */
const HELD = 'reserved'

/**
 * Once the discussion of `host` is ready, gives back the room that was held for it, as soon as nobody sees anything move by it: at
 * once where it is full, or its end is out of sight; else when all of it has gone below the window. Never while somebody is at
 * it: what is pressed is not to move away from under the finger.
 */
export function giveBackWhenReady(host: HTMLElement, room: HTMLElement, signal: AbortSignal): void {
  const onReady = ({ target }: Event) => {
    if (target === host && room.classList.contains(HELD)) giveBack(room, signal)
  }
  host.addEventListener('soundoff:ready', onReady, { signal })
}

function giveBack(room: HTMLElement, signal: AbortSignal): void {
  const before = room.offsetHeight
  room.classList.remove(HELD)
  const { bottom } = room.getBoundingClientRect()
  const isSeen = room.offsetHeight < before && bottom < innerHeight && bottom + before > 0
  if (!isSeen) return
  room.classList.add(HELD)
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry || entry.isIntersecting || entry.boundingClientRect.top < innerHeight) return
    room.classList.remove(HELD)
    observer.disconnect()
  })
  observer.observe(room)
  signal.addEventListener('abort', () => observer.disconnect())
}
