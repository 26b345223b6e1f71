import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'

/**
 * Content that can be folded, and is then still reached by find-in-page and by links into it (HTML, `hidden="until-found"`;
 * where a browser does not know it, the content is simply hidden). The browser opens it by itself and then `onFound` is
 * called. React knows `hidden` as a boolean only, hence the attribute is set here.
 */
export function Foldable({
  isFolded,
  onFound,
  isFlat,
  className,
  children,
}: {
  isFolded: boolean
  onFound: () => void
  /** Whether it stands no further in than what it is folded under. */
  isFlat: boolean
  className: string | undefined
  children: ReactNode
}) {
  const element = useRef<HTMLDivElement>(null)
  const found = useEffectEvent(onFound)
  useLayoutEffect(() => {
    if (isFolded) element.current?.setAttribute('hidden', 'until-found')
    else element.current?.removeAttribute('hidden')
  }, [isFolded])
  useEffect(() => {
    const target = element.current
    const listener = () => found()
    target?.addEventListener('beforematch', listener)
    return () => target?.removeEventListener('beforematch', listener)
  }, [])
  return (
    <div ref={element} className={className} data-branch data-flat={isFlat || undefined}>
      {children}
    </div>
  )
}
