import { useEffect } from 'react'

/** Names the page, for its tab and its history; what else the head holds is the page's own. */
export function DocumentTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
