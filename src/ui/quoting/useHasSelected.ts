import { useEffect, useState } from 'react'

/** Whether the reader has selected anything on this page so far. */
export function useHasSelected(): boolean {
  const [hasSelected, setHasSelected] = useState(false)
  useEffect(() => {
    if (hasSelected) return undefined
    const look = () => setHasSelected(getSelection()?.isCollapsed === false)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [hasSelected])
  return hasSelected
}
