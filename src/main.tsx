import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from './api/client.ts'
import { ProblemError } from './api/problem.ts'
import { isId, type ArticleId } from './domain/ids.ts'
import { parseFaults } from './hosts/faults.ts'
import { startHost, type Host } from './hosts/startHost.ts'
import { AmbientProvider, type Ambient } from './ui/ambient.tsx'
import { HostNotice } from './ui/HostNotice.tsx'
import { english } from './ui/messages/english.ts'
import { Page } from './ui/Page.tsx'
import { Announcer } from './ui/parts/Announcer.tsx'
import { createDeviceStorage } from './ui/parts/deviceStorage.ts'
import { createMinuteClock } from './ui/parts/minuteClock.ts'
import { readableLocales } from './ui/parts/readableLocales.ts'
import { hostQuery } from './ui/queries.ts'
import { createQueryClient } from './ui/queryClient.ts'
import { restoreScroll } from './ui/restoreScroll.ts'
import { ResetDialog } from './ui/ResetDialog.tsx'
import './ui/page.css'

const parameters = new URLSearchParams(location.search)
const { faults, problems } = parseFaults(parameters.get('faults') ?? '')
const asked = parameters.get('article')
const host = startHost({ articleId: isId<ArticleId>(asked) ? asked : null, faults })
const isNameless = asked !== null && !isId(asked)

const ambient: Ambient = {
  api: createClient(host.carrier, host.base),
  messages: english,
  readerLocales: readableLocales(navigator.languages),
  minuteClock: createMinuteClock(() => new Date()),
  device: createDeviceStorage(() => localStorage),
  tab: createDeviceStorage(() => sessionStorage),
}

restoreScroll(ambient.tab)

function Root({ host: { findArticleId, browser } }: { host: Host }) {
  const [asksReset, setAsksReset] = useState(parameters.has('reset') && browser !== null)
  return (
    <Announcer>
      <Page
        findArticleId={isNameless ? refuseArticle : findArticleId}
        notices={
          <>
            {problems.length > 0 && <HostNotice text={english.faultsIgnored(problems.join(' '))} />}
            {browser && <BrowserNotice browser={browser} />}
          </>
        }
      />
      {asksReset && browser && (
        <ResetDialog
          onReset={browser.reset}
          onClose={() => {
            setAsksReset(false)
            forgetParameter('reset')
          }}
        />
      )}
    </Announcer>
  )
}

function BrowserNotice({ browser }: { browser: NonNullable<Host['browser']> }) {
  const { data: state } = useQuery(hostQuery(() => browser.state))
  if (state?.storage === 'memory') return <HostNotice text={english.hostInMemory} />
  if (state?.carrier === 'page') return <HostNotice text={english.hostInPage} />
  return null
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

const place = document.getElementById('page')
if (!place) throw new Error('index.html has no element "page"')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient({ alwaysOnline: host.browser !== null })}>
      <AmbientProvider value={ambient}>
        <Root host={host} />
      </AmbientProvider>
    </QueryClientProvider>
  </StrictMode>,
)
