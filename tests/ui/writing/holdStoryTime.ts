import { afterEach, beforeEach, vi } from 'vitest'

type Faked = NonNullable<Parameters<typeof vi.useFakeTimers>[0]>['toFake']

/** The time of each test of a file is the test's: what is named here passes only as it says. */
export function holdStoryTime(toFake: Faked): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake })
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(new DOMException('timed out', 'TimeoutError')), ms)
      return controller.signal
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}
