import type { FindingProps } from '../Finding.tsx'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { useVisit } from './useVisit.ts'

const NewComments = lazyPart(async () => (await import('./NewComments.tsx')).NewComments)

/** What came since the reader was here last, where anything did. */
export function NewSinceVisit({ discussion, threads, view, place }: FindingProps) {
  const visit = useVisit(discussion.id, threads)
  if (visit.fresh.size === 0) return null
  return <NewComments visit={visit} threads={threads} view={view} place={place} />
}
