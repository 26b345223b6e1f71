import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * In place of comments that rest: what stands in them, in an element that no browser lays out, and find-in-page searches all the same
 * (HTML, `hidden="until-found"`), in one that is as high as they were, in CSS pixels. `onFound` is called with the batch before the browser goes to what it found.
 * `comments` are their ids, in order. As long as it is there, what is as high is one of `all`.
 */
export function Asleep({
  text,
  comments,
  blockSize,
  all,
  onFound,
}: {
  text: string
  comments: readonly string[]
  blockSize: number
  all: Set<HTMLElement>
  onFound: (batch: Element) => void
}) {
  const element = useRef<HTMLDivElement>(null)
  const found = useEffectEvent(onFound)
  useLayoutEffect(() => {
    const [place, hidden] = [element.current, element.current?.firstElementChild]
    if (!place || !hidden) return undefined
    const listener = () => found(place.parentElement ?? place)
    hidden.setAttribute('hidden', 'until-found')
    hidden.addEventListener('beforematch', listener)
    all.add(place)
    return () => {
      hidden.removeEventListener('beforematch', listener)
      all.delete(place)
    }
  }, [all])
  return (
    <div ref={element} data-comments={comments.join(' ')} style={{ blockSize }}>
      <div>{text}</div>
    </div>
  )
}
