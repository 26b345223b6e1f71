import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { isId, type DiscussionId } from '../domain/ids.ts'
import { AmbientProvider, useAmbient, type Ambient } from '../ui/ambient.tsx'
import { DiscussionView } from '../ui/discussion/DiscussionView.tsx'
import { firstOrder, readOrder } from '../ui/discussion/keptOrder.ts'
import type { Messages } from '../ui/messages/english.ts'
import { Announcer } from '../ui/parts/Announcer.tsx'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import type { Catalogue } from '../ui/messages/catalogues.ts'
import type { Connection } from './connections.ts'
import { dispatchEmbedEvent } from './embedEvents.ts'
import { openingApi } from './openingApi.ts'
import type { Options } from './options.ts'
import { useTelling, type Told } from './useTelling.ts'

/** What stands in the element: its discussion, or what its attributes lack. */
export function Embedded({
  host,
  options,
  catalogue: { messages, element },
  connect,
}: {
  host: EventTarget
  options: Options
  catalogue: Catalogue
  connect: (backend: string) => Connection
}) {
  const { discussion, backend } = options
  if (!isId<DiscussionId>(discussion)) return <Lacking host={host} text={element.needsDiscussion} />
  if (backend === null) return <Lacking host={host} text={element.needsBackend} />
  const connection = connect(backend)
  return (
    <EmbeddedDiscussion
      key={`${backend} ${discussion}`}
      host={host}
      discussionId={discussion}
      backend={backend}
      options={options}
      messages={messages}
      connection={connection}
    />
  )
}

/** Tells the page, too, which may show something else until then. */
function Lacking({ host, text }: { host: EventTarget; text: string }) {
  useEffect(() => {
    const detail = { discussionId: '', doing: 'loading', code: 'invalid' } as const
    dispatchEmbedEvent(host, 'soundoff:failed', detail)
  }, [host])
  return <ProblemNotice text={text} />
}

function EmbeddedDiscussion({
  host,
  discussionId,
  backend,
  options: { order, maxDepth, pageUrl, pageTitle },
  messages,
  connection: { queryClient, shared, isSentHere },
}: {
  host: EventTarget
  discussionId: DiscussionId
  backend: string
  options: Options
  messages: Messages
  connection: Connection
}) {
  const api = useMemo(
    () => openingApi(shared.api, { url: pageUrl, title: pageTitle }),
    [shared, pageUrl, pageTitle],
  )
  const ambient = useMemo(
    (): Ambient => ({ ...shared, api, messages, readerLocales: [messages.locale] }),
    [shared, api, messages],
  )
  return (
    <QueryClientProvider client={queryClient}>
      <AmbientProvider value={ambient}>
        <Announcer>
          <Telling host={host} told={{ discussionId, backend, order, isSentHere }} />
          <DiscussionView discussionId={discussionId} initialOrder={order} maxDepth={maxDepth ?? undefined} />
        </Announcer>
      </AmbientProvider>
    </QueryClientProvider>
  )
}

function Telling({ host, told }: { host: EventTarget; told: Told }) {
  const { api, device } = useAmbient()
  const queryClient = useQueryClient()
  const [order] = useState(() =>
    firstOrder(api, queryClient, told.discussionId, told.order, readOrder(device, false)),
  )
  useTelling(host, { ...told, order })
  return null
}
