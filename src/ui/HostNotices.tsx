import { useMessages } from './ambient.tsx'
import { englishHost } from './messages/englishHost.ts'
import styles from './Page.module.css'

/** How the backend in the browser runs, where that is not as usual; a line for each thing. */
export function HostNotices({
  isInPage,
  isInMemory,
  ignored,
}: {
  isInPage: boolean
  isInMemory: boolean
  /** What was asked of it and not understood. */
  ignored: readonly string[]
}) {
  const { host = englishHost } = useMessages()
  const texts = [
    ...(ignored.length > 0 ? [host.faultsIgnored(ignored.join(' '))] : []),
    ...(isInMemory ? [host.inMemory] : isInPage ? [host.inPage] : []),
  ]
  return texts.map((text) => (
    <p key={text} className={styles.notice}>
      {text}
    </p>
  ))
}
