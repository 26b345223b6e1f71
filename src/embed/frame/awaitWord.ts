/** How long a frame may take until its first message, and how long after its document was loaded, in milliseconds. */
const PATIENCE_MS = 15_000
const PATIENCE_LOADED_MS = 2_000

const DIRECTIVES = new Set(['frame-src', 'child-src', 'default-src'])

/**
 * Waits for the first message of a frame, of which `hear` is to tell. Rejects once none is to be hoped for: the policy of the page
 * forbids the frame, or what was loaded into it, such as the browser's own page about an error, says nothing. Stays as it is
 * once `signal` is aborted.
 */
export function awaitWord(
  frame: HTMLIFrameElement,
  origin: string,
  signal: AbortSignal,
): { heard: Promise<void>; hear: () => void } {
  const word = new AbortController()
  const until = AbortSignal.any([signal, word.signal])
  const heard = new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`The frame of ${origin} does not answer.`))
    const failAfter = (milliseconds: number) => {
      const timer = setTimeout(fail, milliseconds)
      until.addEventListener('abort', () => clearTimeout(timer))
    }
    const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (DIRECTIVES.has(effectiveDirective) && isOf(blockedURI, origin)) fail()
    }
    failAfter(PATIENCE_MS)
    frame.addEventListener('load', () => failAfter(PATIENCE_LOADED_MS), { signal: until })
    document.addEventListener('securitypolicyviolation', onViolation, { signal: until })
    word.signal.addEventListener('abort', () => resolve())
  })
  return { heard, hear: () => word.abort() }
}

/** Browsers tell the address, or no more of it than its origin. */
function isOf(uri: string, origin: string): boolean {
  return URL.canParse(uri) && new URL(uri).origin === origin
}
