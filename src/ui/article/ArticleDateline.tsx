import type { Article } from '../../domain/article.ts'
import { useAmbient } from '../ambient.tsx'
import { useHydrated } from '../parts/useHydrated.ts'
import styles from './ArticleView.module.css'

/**
 * When the article appeared: as it was printed, and, on a line of its own, in the reader's zone and locale, or in UTC until
 * these are known. A date without a time of day is a day in the source's zone, wherever it is read.
 */
export function ArticleDateline({ article: { publishedAt, dateline } }: { article: Article }) {
  const { readerLocales, messages } = useAmbient()
  const isHydrated = useHydrated()
  if (publishedAt === null) return null
  const isDay = dateline?.precision === 'day'
  const format = isHydrated
    ? new Intl.DateTimeFormat(
        [...readerLocales],
        isDay
          ? { dateStyle: 'long', timeZone: dateline.timeZone }
          : { dateStyle: 'long', timeStyle: 'short' },
      )
    : null
  return (
    <>
      {dateline && <span className={styles.printed}>{messages.datelineOriginal(dateline.text)}</span>}
      <time dateTime={publishedAt} lang={format?.resolvedOptions().locale} className={styles.time}>
        {format?.format(new Date(publishedAt)) ?? (isDay ? dateline.text : messages.inUtc(publishedAt))}
      </time>
    </>
  )
}
