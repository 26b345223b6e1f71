import type { Article } from '../../domain/article.ts'
import { useAmbient } from '../ambient.tsx'
import styles from './ArticleView.module.css'

/**
 * When the article appeared, in the reader's own zone and locale, with the date as it was printed beside it. A date
 * without a time of day is a day in the source's zone, wherever it is read.
 */
export function ArticleDateline({ article: { publishedAt, dateline } }: { article: Article }) {
  const { readerLocales, messages } = useAmbient()
  if (publishedAt === null) return null
  const format = new Intl.DateTimeFormat(
    [...readerLocales],
    dateline?.precision === 'day'
      ? { dateStyle: 'long', timeZone: dateline.timeZone }
      : { dateStyle: 'long', timeStyle: 'short' },
  )
  return (
    <span className={styles.dateline}>
      <time dateTime={publishedAt} lang={format.resolvedOptions().locale}>
        {format.format(new Date(publishedAt))}
      </time>
      {dateline && <span className={styles.printed}>{messages.datelineOriginal(dateline.text)}</span>}
    </span>
  )
}
