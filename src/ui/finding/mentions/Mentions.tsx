import { useDeferredValue, useEffect, type RefObject } from 'react'
import type { ThreadNodes } from '../../discussion/threadNodes.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { keepLoading, lazyPart } from '../../parts/lazyPart.tsx'
import { FoundBody } from '../mute/FoundBody.tsx'
import { useCell } from './cell.ts'
import { inSlices } from './inSlices.ts'
import { mentionsFound } from './mentionsFound.ts'
import { previewsOf } from './previews.ts'
import { whenLetBe } from './whenLetBe.ts'

const MentionPreview = lazyPart(async () => (await import('./MentionPreview.tsx')).MentionPreview)

const loadRule = async () => (await import('./findMentions.ts')).findMentions

/** Links those whom the comments that are here call by name to what they answer, and shows the beginning of that where one points. */
export function Mentions({
  threads,
  view,
  place,
}: {
  threads: Threads
  view: ThreadView
  place: RefObject<HTMLElement | null>
}) {
  useMentions(threads.nodes.byId, view, place)
  const previewed = useCell(previewsOf(view).shown, (shown) => shown)
  const target = previewed && threads.nodes.byId.get(previewed.targetId)?.comment
  if (!target) return null
  return <MentionPreview key={target.id} previewed={previewed} target={target} view={view} />
}

/** The rule is loaded where a comment begins as those do that call somebody. */
function useMentions(
  now: ThreadNodes['byId'],
  { notes }: Pick<ThreadView, 'notes'>,
  place: RefObject<HTMLElement | null>,
): void {
  const byId = useDeferredValue(now)
  useEffect(() => {
    const { current } = place
    const isCalling = Array.from(byId.values()).some(({ comment }) => MAY_CALL.test(comment.body))
    if (!current || !isCalling) return undefined
    const leaving = new AbortController()
    const find = async () => {
      const findMentions = await keepLoading(loadRule)
      if (leaving.signal.aborted) return
      const cell = mentionsFound({ notes })
      const found = findMentions(byId, cell.read())
      cell.write(found)
      const isDrawn = (id: string) => notes.read(id).Body === FoundBody
      const ids = [...found.keys()].filter((id) => !isDrawn(id))
      leaving.signal.addEventListener(
        'abort',
        inSlices(ids, (id) => notes.add(id, { Body: FoundBody })),
      )
    }
    leaving.signal.addEventListener(
      'abort',
      whenLetBe(current, () => void find()),
    )
    return () => leaving.abort()
  }, [byId, notes, place])
}

/** What the rule looks at first. */
const MAY_CALL = /^[\s\p{Cf}]*@/u
