import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import controls from './controls.module.css'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Says a result to screen readers, politely (WCAG 4.1.3). Never content, never what focus says anyway. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}

/** The one live region of the page or element. A text that is said twice is said anew. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', times: 0 })
  const announce = useCallback((text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <output className={controls.unseen}>
        <span key={said.times}>{said.text}</span>
      </output>
    </AnnounceContext>
  )
}
