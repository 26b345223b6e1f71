import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Calls } from './calls.ts'
import { DeskProvider } from './useDesk.ts'
import { queueQuery } from './deskQueries.ts'
import { Log } from './Log.tsx'
import type { DeskWords } from './messages/englishDesk.ts'
import { Queue } from './Queue.tsx'
import { totalOf } from './queueCache.ts'
import { Tabs } from './Tabs.tsx'
import { useDeskState } from './useDeskState.ts'

const TABS = ['waiting', 'log'] as const

type Tab = (typeof TABS)[number]

/** What waits, and what was done: the one that is not shown stays as it is. */
export function Desk({
  calls,
  words,
  pollMs,
  isAsking,
}: {
  calls: Calls
  words: DeskWords
  pollMs?: number | undefined
  /** Whether it may ask by itself. */
  isAsking: boolean
}) {
  const desk = useDeskState(calls, words)
  const [tab, setTab] = useState<Tab>('waiting')
  const { data: total } = useInfiniteQuery({ ...queueQuery(calls), select: totalOf })
  return (
    <DeskProvider value={desk}>
      <Tabs
        label={words.moderation}
        tabs={TABS}
        chosen={tab}
        onChoose={setTab}
        nameOf={(each) => (each === 'waiting' ? words.waitingTab(total ?? 0) : words.logTab)}
      >
        {(each) =>
          each === 'waiting' ? <Queue pollMs={pollMs} isAsking={isAsking} /> : <Log isShown={tab === 'log'} />
        }
      </Tabs>
    </DeskProvider>
  )
}
