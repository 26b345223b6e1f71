import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * In place of comments that rest: what stands in them, in an element that no browser lays out, and find-in-page searches all the same
 * (HTML, `hidden="until-found"`), in one that is as high as they were, in CSS pixels. `onFound` is called before the browser goes to what it found.
 * `comments` are their ids, in order.
 */
export function Asleep({
  text,
  comments,
  blockSize,
  onFound,
}: {
  text: string
  comments: readonly string[]
  blockSize: number
  onFound: () => void
}) {
  const element = useRef<HTMLDivElement>(null)
  const found = useEffectEvent(onFound)
  useLayoutEffect(() => {
    const { current } = element
    const listener = () => found()
    current?.setAttribute('hidden', 'until-found')
    current?.addEventListener('beforematch', listener)
    return () => current?.removeEventListener('beforematch', listener)
  }, [])
  return (
    <div data-comments={comments.join(' ')} style={{ blockSize }}>
      <div ref={element}>{text}</div>
    </div>
  )
}
