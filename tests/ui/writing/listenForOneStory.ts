import { vi } from 'vitest'

/** What the tabs of a story listen to ends with what this gives: those of a thousand stories would hear each event. */
export function listenForOneStory(): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const add = globalThis.addEventListener.bind(globalThis)
  const spy = vi.spyOn(globalThis, 'addEventListener')
  spy.mockImplementation((type: string, listener: EventListenerOrEventListenerObject) =>
    add(type, listener, { signal }),
  )
  return () => {
    spy.mockRestore()
    listening.abort()
  }
}
