import { useLayoutEffect, useMemo } from 'react'
import type { Carrier } from '../../../src/api/carrier.ts'
import type { Discussion } from '../../../src/domain/discussion.ts'
import type { CommentId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { useAmbient } from '../../../src/ui/ambient.tsx'
import { useComposer, type Composer } from '../../../src/ui/composer/useComposer.ts'
import { createCutter, type Part } from '../../../src/ui/discussion/cutter.ts'
import { createNotes } from '../../../src/ui/discussion/notes.ts'
import { createSteps } from '../../../src/ui/discussion/steps.ts'
import type { ThreadNode } from '../../../src/ui/discussion/threadNodes.ts'
import { createDraftIndex } from '../../../src/ui/drafts/draftIndex.ts'
import { mirrorTexts } from '../../../src/ui/drafts/mirror.ts'
import type { Entry } from '../../../src/ui/outbox/entry.ts'
import { useOutcomes } from '../../../src/ui/outbox/useOutcomes.ts'
import { createStoredSet } from '../../../src/ui/parts/storedSet.ts'
import { renderAmbient } from '../../support/renderAmbient.tsx'
import { startProcess, type Browser } from '../../support/writingBrowser.ts'

/** The comment that is answered in the box `reply`. */
export const ANSWERED = 'c1' as CommentId

export const BOXES = ['new', 'reply'] as const
export type Box = (typeof BOXES)[number]

const OFFERED = new Set(['waiting-for-network', 'stalled', 'refused', 'overtaken'])

export type Desk = {
  /** Done once what was kept a second time is given back. */
  isMirrored: Promise<void>
  composer(box: Box): Composer
  /** What the page offers to take back to that box, the oldest of it. */
  offered(box: Box): Entry | undefined
  takeBack(key: IdempotencyKey): void
  /** Ends as a process does that is killed. */
  kill(): void
}

/** A tab with what writes and sends, and without what is read: two composers of one discussion, over the real client. */
export function openDesk(browser: Browser, handle: Carrier, discussion: Discussion): Desk {
  const running = startProcess(browser, handle)
  const composers = new Map<Box, Composer>()
  const view = renderAmbient(running, <Composers discussion={discussion} composers={composers} />)
  const { device, outbox } = view.ambient
  const isMirrored = mirrorTexts({
    ...device,
    subscribeAll: (prefix, listener) =>
      device.subscribeAll(prefix, (name) => running.isRunning() && listener(name)),
  })
  return {
    isMirrored,
    composer(box) {
      const composer = composers.get(box)
      if (!composer) throw new Error('The desk is not drawn.')
      return composer
    },
    offered(box) {
      const target = box === 'new' ? 'new' : ANSWERED
      return outbox
        .list(discussion.id)
        .find((entry) => entry.target === target && !entry.isReturned && OFFERED.has(entry.state.step))
    },
    takeBack: (key) => outbox.change(key, { state: { step: 'taken-back' } }),
    kill: () => running.end(view),
  }
}

function Composers({ discussion, composers }: { discussion: Discussion; composers: Map<Box, Composer> }) {
  const { device, tab } = useAmbient()
  const view = useMemo(() => {
    const set = () => createStoredSet(tab, 'desk')
    return {
      discussion,
      folds: set(),
      openReplies: set(),
      openEdits: set(),
      deleting: set(),
      notes: createNotes(),
      cut: createCutter(({ comment }: ThreadNode) => comment.id),
      group: createCutter(({ key }: Part<ThreadNode>) => key),
      steps: createSteps(),
      unfinished: createDraftIndex(device, discussion.id),
      reveal: () => undefined,
      showNews: () => {},
      requestFocus: () => {},
    }
  }, [device, tab, discussion])
  useOutcomes(discussion, view)
  const { id: discussionId } = discussion
  const about = { name: 'Pete', parentId: ANSWERED, beginning: '', format: 'plain' as const, revision: 1 }
  const place = { discussionId, target: 'new' as const, parentId: null, about: null }
  const begun = useComposer(place, view.requestFocus)
  const reply = useComposer({ discussionId, target: ANSWERED, parentId: ANSWERED, about }, view.requestFocus)
  useLayoutEffect(() => {
    composers.set('new', begun)
    composers.set('reply', reply)
  })
  return null
}
