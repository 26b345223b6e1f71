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
  const texts = [
    ...(ignored.length > 0 ? [englishHost.faultsIgnored(ignored.join(' '))] : []),
    ...(isInMemory ? [englishHost.inMemory] : isInPage ? [englishHost.inPage] : []),
  ]
  return texts.map((text) => (
    <p key={text} className={styles.notice}>
      {text}
    </p>
  ))
}
