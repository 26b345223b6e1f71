import { useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { Application } from './application.tsx'
import type { DiscussionOptions } from './discussionOptions.ts'
import type { DiscussionProps } from './discussionProps.ts'
import type { WrittenOptions } from './options.ts'
import { placeDiscussion, type PlacedDiscussion } from './placeDiscussion.ts'
import { tellCallbacks } from './tellCallbacks.ts'
import { writtenOf } from './writtenOf.ts'

/** A discussion in React of somebody's, which has no part in what stands in the shadow root. */
export function DiscussionHost({
  fetchApplication,
  children,
  className,
  style,
  id,
  ...props
}: DiscussionProps & { fetchApplication: () => Promise<Application> }) {
  const host = useRef<HTMLDivElement>(null)
  const placed = useRef<PlacedDiscussion | null>(null)
  const written = useWritten(props)
  const place = useEffectEvent((element: HTMLElement) => placeDiscussion(element, fetchApplication, written))
  const callbacks = useEffectEvent(() => props)

  // Before anything is seen, so that the room is held from the start.
  useLayoutEffect(() => {
    if (!host.current) return undefined
    const leaving = new AbortController()
    tellCallbacks(host.current, () => callbacks(), leaving.signal)
    const discussion = place(host.current)
    placed.current = discussion
    return () => {
      leaving.abort()
      discussion.remove()
      placed.current = null
    }
  }, [])
  useLayoutEffect(() => placed.current?.update(written), [written])

  return (
    <div ref={host} className={className} style={style} id={id}>
      {children}
    </div>
  )
}

/** The same as long as they say the same. */
function useWritten(options: DiscussionOptions): WrittenOptions {
  const { discussion, backend, pageUrl, pageTitle, order, theme, density, maxDepth, loading, lang } = options
  return useMemo(
    () =>
      writtenOf({
        discussion,
        backend,
        pageUrl,
        pageTitle,
        order,
        theme,
        density,
        maxDepth,
        loading,
        lang,
      }),
    [discussion, backend, pageUrl, pageTitle, order, theme, density, maxDepth, loading, lang],
  )
}
