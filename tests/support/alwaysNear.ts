/** An `IntersectionObserver` of a window that everything is always near. */
export class AlwaysNear {
  readonly #callback: (entries: { target: Element; isIntersecting: boolean }[]) => void

  constructor(callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    this.#callback = callback
  }

  observe(target: Element) {
    queueMicrotask(() => this.#callback([{ target, isIntersecting: true }]))
  }

  unobserve() {}

  disconnect() {}
}
