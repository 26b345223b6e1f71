import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react'

/**
 * Hides an element in such a way that find-in-page, and a link to something in it, still reach it (HTML,
 * `hidden="until-found"`; where a browser does not know it, the element is simply hidden). The browser shows it by itself
 * and then calls `onFound`. React knows `hidden` as a boolean only, hence the attribute is set here.
 */
export function useHiddenUntilFound(
  element: RefObject<HTMLElement | null>,
  isHidden: boolean,
  onFound: () => void,
): void {
  const found = useEffectEvent(onFound)
  useLayoutEffect(() => {
    if (isHidden) element.current?.setAttribute('hidden', 'until-found')
    else element.current?.removeAttribute('hidden')
  })
  useEffect(() => {
    const target = element.current
    const listener = () => found()
    target?.addEventListener('beforematch', listener)
    return () => target?.removeEventListener('beforematch', listener)
  }, [element, isHidden])
}
