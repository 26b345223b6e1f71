import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createClient } from './api/client.ts'
import { ProblemError } from './api/problem.ts'
import { isId, type ArticleId } from './domain/ids.ts'
import { startHost, type BrowserBackend } from './hosts/startHost.ts'
import { cachePageData, parsePageData, type PageData } from './page/pageData.ts'
import { Root } from './page/Root.tsx'
import { takeOver } from './page/takeOver.ts'
import type { Ambient } from './ui/ambient.tsx'
import { english } from './ui/messages/english.ts'
import { openDevice } from './ui/openDevice.ts'
import { createMinuteClock } from './ui/parts/minuteClock.ts'
import { lazyPart } from './ui/parts/lazyPart.tsx'
import { readableLocales } from './ui/parts/readableLocales.ts'
import { useHydrated } from './ui/parts/useHydrated.ts'
import { whenIdle } from './ui/parts/whenIdle.ts'
import { hostQuery } from './ui/queries.ts'
import { createQueryClient } from './ui/queryClient.ts'
import { restoreScroll } from './ui/restoreScroll.ts'
import './ui/page.css'

const HostNotices = lazyPart(async () => (await import('./ui/HostNotices.tsx')).HostNotices)
const ResetDialog = lazyPart(async () => (await import('./ui/ResetDialog.tsx')).ResetDialog)
const place = document.getElementById('page')
if (!place) throw new Error('index.html has no element "page"')
const parameters = new URLSearchParams(location.search)
const faults = parameters.get('faults') ?? ''
const asked = parameters.get('article')
const drawn = findPageData()
// A page whose data another version wrote still says of which article it is.
const named = asked ?? place.dataset['article']
const host = startHost({ articleId: drawn?.article.id ?? (isId<ArticleId>(named) ? named : null), faults })
const isNameless = asked !== null && !isId(asked)

const api = createClient(host.carrier, host.base)
const ambient: Ambient = {
  api,
  findSharedName: async () =>
    host.browser && (await host.browser.state).storage === 'memory' ? null : host.base,
  messages: english,
  readerLocales: readableLocales(navigator.languages),
  minuteClock: createMinuteClock(() => new Date()),
  ...openDevice(api, host.browser ? null : host.base),
}
const queryClient = createQueryClient()

const speaking = import('./ui/speakPage.tsx')
const page = (spoken: Ambient, languages?: ReactNode) => (
  <Root
    queryClient={queryClient}
    ambient={spoken}
    languages={languages}
    findArticleId={isNameless ? refuseArticle : host.findArticleId}
    notices={<Notices />}
  >
    <Dialogs />
  </Root>
)
const tree = drawn ? hydrate(place, page(ambient), drawn) : draw(place, page(ambient))
// Without it the page stays in English.
speaking.then(({ speakPage }) => speakPage(ambient, (...said) => tree.render(page(...said)))).catch(() => {})

function hydrate(element: HTMLElement, content: ReactNode, data: PageData) {
  cachePageData(queryClient, ambient.api, data)
  const goOn = takeOver(element, ambient.device, data.discussion.id)
  // At once, so that nobody types between what was taken over and what takes over.
  const root = flushSync(() =>
    hydrateRoot(element, content, { onRecoverableError: (error) => console.error(error) }),
  )
  goOn()
  restoreScroll(ambient.tab, { isDrawn: true })
  whenIdle(() => host.browser?.start())
  return root
}

function draw(element: HTMLElement, content: ReactNode) {
  element.replaceChildren()
  host.browser?.start()
  restoreScroll(ambient.tab, { isDrawn: false })
  const root = createRoot(element)
  root.render(content)
  return root
}

/** What the page came drawn with; `null` where it came bare, or with another article than the one that is asked for. */
function findPageData(): PageData | null {
  const text = document.getElementById('page-data')?.textContent
  const data = text ? parsePageData(text) : null
  return data && (asked === null || asked === data.article.id) ? data : null
}

function Notices() {
  const isHydrated = useHydrated()
  return isHydrated && host.browser && <BrowserNotices browser={host.browser} />
}

function BrowserNotices({ browser }: { browser: BrowserBackend }) {
  const { data: state } = useQuery(hostQuery(() => browser.state))
  if (!state) return null
  const isInPage = state.carrier === 'page'
  const isInMemory = state.storage === 'memory'
  const isAsUsual = !isInPage && !isInMemory && state.ignored.length === 0
  return isAsUsual ? null : (
    <HostNotices isInPage={isInPage} isInMemory={isInMemory} ignored={state.ignored} />
  )
}

function Dialogs() {
  const isHydrated = useHydrated()
  const [asksReset, setAsksReset] = useState(parameters.has('reset'))
  if (!isHydrated || !asksReset || !host.browser) return null
  return (
    <ResetDialog
      onReset={host.browser.reset}
      onClose={() => {
        setAsksReset(false)
        forgetParameter('reset')
      }}
    />
  )
}

function refuseArticle(): Promise<ArticleId> {
  return Promise.reject(new ProblemError({ code: 'not-found', resource: 'article' }))
}

/** So that a reload does not ask again. */
function forgetParameter(name: string) {
  const url = new URL(location.href)
  url.searchParams.delete(name)
  history.replaceState(history.state, '', url)
}
