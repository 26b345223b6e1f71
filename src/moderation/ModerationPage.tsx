import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { Moderating } from '../api/moderating.ts'
import { useAmbient } from '../ui/ambient.tsx'
import controls from '../ui/parts/controls.module.css'
import { DocumentTitle } from '../ui/parts/DocumentTitle.tsx'
import { ThemeSwitch } from '../ui/parts/ThemeSwitch.tsx'
import { useStored } from '../ui/parts/useStored.ts'
import page from '../ui/Page.module.css'
import { callsWith, canBeToken } from './calls.ts'
import { Desk } from './Desk.tsx'
import { QUEUE_KEY, queueQuery } from './deskQueries.ts'
import type { DeskWords } from './messages/englishDesk.ts'
import { RefusedDialog } from './RefusedDialog.tsx'
import { SignIn } from './SignIn.tsx'
import styles from './Desk.module.css'

/** Under which the tab keeps the token. */
const TOKEN_NAME = 'moderator'

/** Where moderators work. `moderating` is `null` where the backend runs in the browser, which has nothing to moderate. */
export function ModerationPage({
  moderating,
  words,
  languages,
  pollMs,
}: {
  moderating: Moderating | null
  words: DeskWords
  languages?: ReactNode
  /** How often to ask for what is new, in milliseconds. */
  pollMs?: number | undefined
}) {
  return (
    <>
      <DocumentTitle title={words.moderation} />
      <header className={`${page.bar} ${styles.wide}`}>
        <span className={page.brand}>Soundoff</span>
        <span className={page.languages}>{languages}</span>
        <ThemeSwitch />
      </header>
      {moderating ? (
        <Signed moderating={moderating} words={words} pollMs={pollMs} />
      ) : (
        <main className={`${styles.main} ${styles.wide}`}>
          <h1>{words.moderation}</h1>
          <p>{words.notHere}</p>
        </main>
      )}
    </>
  )
}

/** What there is for a moderator, and before that where one signs in. */
function Signed({
  moderating,
  words,
  pollMs,
}: {
  moderating: Moderating
  words: DeskWords
  pollMs?: number | undefined
}) {
  const { tab } = useAmbient()
  const queryClient = useQueryClient()
  const [stored, store] = useStored(tab, TOKEN_NAME)
  const [refusal, setRefusal] = useState<'none' | 'asked' | 'dismissed'>('none')
  const token = stored !== null && canBeToken(stored) ? stored : null
  const calls = useMemo(
    () => (token === null ? null : callsWith(moderating, token, () => setRefusal('asked'))),
    [moderating, token],
  )

  /** What waits is read by the way, and stands as it was where it is there already. */
  async function signIn(next: string): Promise<void> {
    const own = callsWith(moderating, next, () => undefined)
    if (queryClient.getQueryData(QUEUE_KEY)) await own.readQueue({})
    else await queryClient.fetchInfiniteQuery({ ...queueQuery(own), retry: false, staleTime: 0 })
    store(next)
  }

  function signOut() {
    store(null)
    setRefusal('none')
    queryClient.clear()
  }

  return (
    <main className={`${styles.main} ${styles.wide}`}>
      <div className={styles.top}>
        <h1>{words.moderation}</h1>
        {calls && (
          <button type="button" className={controls.quiet} onClick={signOut}>
            {words.signOut}
          </button>
        )}
      </div>
      {calls ? (
        <Desk calls={calls} words={words} pollMs={pollMs} isAsking={refusal === 'none'} />
      ) : (
        <SignIn words={words} onSignIn={signIn} />
      )}
      {calls && refusal === 'asked' && (
        <RefusedDialog
          words={words}
          onSignIn={signIn}
          onClose={(isSignedIn) => setRefusal(isSignedIn ? 'none' : 'dismissed')}
        />
      )}
    </main>
  )
}
