import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { BASE_PATH } from './api/basePath.ts'
import { networkCarrier } from './api/carrier.ts'
import { createClient } from './api/client.ts'
import { createModeratingClient } from './api/moderatingClient.ts'
import { messagesFor } from './moderation/explainToModerators.ts'
import { createDeskWords } from './moderation/messages/deskWords.ts'
import { ModerationPage } from './moderation/ModerationPage.tsx'
import { AmbientProvider, type Ambient } from './ui/ambient.tsx'
import { english } from './ui/messages/english.ts'
import { openDevice } from './ui/openDevice.ts'
import { Announcer } from './ui/parts/Announcer.tsx'
import { createMinuteClock } from './ui/parts/minuteClock.ts'
import { readableLocales } from './ui/parts/readableLocales.ts'
import { createQueryClient } from './ui/queryClient.ts'
import { speakPage } from './ui/speakPage.tsx'
import './ui/page.css'

/* The page of moderators. It speaks, and looks, as its reader has chosen on the page of an article. */

const backend = import.meta.env.BACKEND_BASE
const base = new URL(backend ?? BASE_PATH, location.origin).href.replace(/\/$/, '')
const api = createClient(networkCarrier, base)
const moderating = backend === null ? null : createModeratingClient(networkCarrier, base)
const deskWords = createDeskWords()
const queryClient = createQueryClient()
const ambient: Ambient = {
  api,
  findSharedName: async () => base,
  messages: english,
  readerLocales: readableLocales(navigator.languages),
  minuteClock: createMinuteClock(() => new Date()),
  ...openDevice(api, backend === null ? null : base),
}

const place = document.getElementById('page')
if (!place) throw new Error('moderate.html has no element "page"')
// Before it is first seen.
document.documentElement.dataset['theme'] = ambient.device.read('theme') ?? 'auto'
const root = createRoot(place)
speakPage(ambient, (...said) => root.render(draw(...said)), deskWords.bring)

function draw(spoken: Ambient, languages: ReactNode): ReactNode {
  const words = deskWords.find(spoken.messages.locale)
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AmbientProvider value={{ ...spoken, messages: messagesFor(spoken.messages, words) }}>
          <Announcer>
            <ModerationPage moderating={moderating} words={words} languages={languages} />
          </Announcer>
        </AmbientProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}
