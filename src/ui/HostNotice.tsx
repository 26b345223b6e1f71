import styles from './Page.module.css'

/** One line above the page on how the backend runs, where that is not as usual. */
export function HostNotice({ text }: { text: string }) {
  return <p className={styles.notice}>{text}</p>
}
