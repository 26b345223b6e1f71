import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BASE_PATH } from '../../../src/api/basePath.ts'
import type { Carrier } from '../../../src/api/carrier.ts'
import { createModeratingClient } from '../../../src/api/moderatingClient.ts'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { createHandler } from '../../../src/backend/handler.ts'
import { createMemoryServerStore } from '../../../src/backend/memoryServerStore.ts'
import { createModeration } from '../../../src/backend/moderation/moderation.ts'
import { serveModerating } from '../../../src/backend/moderation/serveModerating.ts'
import { createService } from '../../../src/backend/service.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../../src/domain/ids.ts'
import { findAmong, type Moderator } from '../../../src/hosts/node/moderators.ts'
import { messagesFor } from '../../../src/moderation/explainToModerators.ts'
import { englishDesk } from '../../../src/moderation/messages/englishDesk.ts'
import { ModerationPage } from '../../../src/moderation/ModerationPage.tsx'
import { english } from '../../../src/ui/messages/english.ts'
import { importOf } from '../../backend/imports.ts'
import { mo, zoe } from '../../backend/conformance/moderators.ts'
import type { Faults } from '../../support/openDiscussion.tsx'
import { renderAmbient } from '../../support/renderAmbient.tsx'

/** Held for its addresses. */
const LINKS = 'https://a.example https://b.example http://c.example www.d.example'

const A_SECOND_MS = 1_000

/** A server's backend in memory, behind a carrier whose faults a test can change at any time; time goes on by a second at each look at the clock. */
export async function startDesk() {
  const store = createMemoryServerStore()
  await store.importDiscussion(importOf('a', [['first', null, 1, 'Pete', 'Said before']]), { replace: false })
  await store.importDiscussion(importOf('b', []), { replace: false })
  let time = Date.now() - 3_600_000
  const ports = {
    store,
    clock: () => new Date((time += A_SECOND_MS)),
    ids: () => randomId<CommentId>(),
    signal: createLocalSignal(),
  }
  const moderators: Moderator[] = [mo, zoe]
  const api = createService(ports)
  const moderation = createModeration({ ...ports, findModerator: (token) => findAmong(moderators)(token) })
  const handle = createHandler(api, undefined, serveModerating(moderation))
  const faults: Faults = {}
  const requests: string[] = []
  const carrier: Carrier = async (request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname.slice(BASE_PATH.length)}`)
    const refused = await faults.before?.(request.clone())
    if (refused) return refused
    const answer = await handle(request.clone())
    return faults.after ? faults.after(request, answer) : answer
  }
  const post = (name: string, body: string, id: string, parentId: string | null = null) =>
    api.postComment({
      discussionId: id as DiscussionId,
      author: { name },
      body,
      format: 'markdown',
      parentId: parentId as CommentId | null,
      idempotencyKey: randomId<IdempotencyKey>(),
    })
  return {
    api,
    store,
    carrier,
    faults,
    requests,
    moderators,
    /** Of one who has another desk. */
    others: moderation,
    post,
    /** Has a comment of that name wait, for its addresses. */
    hold: (
      name: string,
      { body = '', id = 'a', parentId }: { body?: string; id?: string; parentId?: string } = {},
    ) => post(name, `${body} ${LINKS}`, id, parentId),
    report: ({ discussionId, id }: Comment, words: string) =>
      api.reportComment({
        discussionId,
        commentId: id,
        reason: 'abuse',
        words,
        idempotencyKey: randomId<IdempotencyKey>(),
      }),
  }
}

export type StartedDesk = Awaited<ReturnType<typeof startDesk>>

/** The page of moderators over a backend. Called again for one backend, it is a reload. */
export function openDesk(backend: StartedDesk, pollMs?: number) {
  const network = { isOnline: () => true, subscribe: () => () => {} }
  const moderating = createModeratingClient(backend.carrier, `https://soundoff.test${BASE_PATH}`)
  const view = renderAmbient(
    {
      carrier: backend.carrier,
      network,
      stored: localStorage,
      messages: messagesFor(english, englishDesk),
    },
    <ModerationPage moderating={moderating} words={englishDesk} pollMs={pollMs} />,
  )
  return { ...view, user: userEvent.setup(), reload: () => (view.unmount(), openDesk(backend, pollMs)) }
}

/** The same once Mo has signed in, and the queue is there. */
export async function openSigned(backend: StartedDesk, pollMs?: number) {
  const desk = openDesk(backend, pollMs)
  await desk.user.type(tokenField(), `${mo.token}{Enter}`)
  await screen.findByRole('heading', { name: /waiting$/ })
  return desk
}

export function tokenField(): HTMLElement {
  return screen.getByLabelText("Moderator's token")
}

/** The comment of that writer that waits. */
export function itemBy(name: string): HTMLElement {
  return screen.getByRole('article', { name: new RegExp(`^Comment by ${name} on`) })
}

export function names(): string[] {
  return screen
    .queryAllByRole('article', { name: /^Comment by/ })
    .map((item) => /^Comment by (.*) on/.exec(item.getAttribute('aria-label') ?? '')?.[1] ?? '')
}

export function buttonOf(name: string, button: string): HTMLElement {
  return within(itemBy(name)).getByRole('button', { name: button })
}
