import { useId, useState } from 'react'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import controls from '../../parts/controls.module.css'
import { commentAddress } from './pageAddress.ts'
import styles from './Permalink.module.css'

/** Copies the address of a comment; where the browser refuses that, it stands in a field, selected, to be copied from there. */
export function CopyLink({ commentId }: { commentId: string }) {
  const words = useFindingMessages()
  const announce = useAnnounce()
  const id = useId()
  const [state, setState] = useState<'offered' | 'copied' | 'refused'>('offered')
  const [address, setAddress] = useState('')
  const [tries, setTries] = useState(0)

  async function copy() {
    const here = commentAddress(commentId)
    const isCopied = await copyText(here)
    setAddress(here)
    setState(isCopied ? 'copied' : 'refused')
    setTries(tries + 1)
    if (isCopied) announce(words.linkCopied)
  }

  return (
    <>
      <button type="button" className={controls.quiet} onClick={() => void copy()}>
        {words.copyLink}
      </button>
      {state === 'copied' && <span className={styles.copied}>{words.linkCopied}</span>}
      {state === 'refused' && (
        <span className={styles.address}>
          <label htmlFor={id}>{words.linkToCopy}</label>
          <input key={tries} ref={selectAll} id={id} readOnly className={controls.field} value={address} />
        </span>
      )}
    </>
  )
}

function selectAll(field: HTMLInputElement | null) {
  field?.focus()
  field?.select()
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
