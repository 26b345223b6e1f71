import { useId, type KeyboardEvent, type ReactNode } from 'react'
import styles from './Desk.module.css'

/** Panels of which one is shown. Each tab is led to by the Tab key, too, and the arrows go from one to another. */
export function Tabs<Tab extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  nameOf,
  children,
}: {
  label: string
  tabs: readonly Tab[]
  chosen: Tab
  onChoose: (tab: Tab) => void
  nameOf: (tab: Tab) => string
  children: (tab: Tab) => ReactNode
}) {
  const id = useId()

  function onKeyDown({ key, currentTarget }: KeyboardEvent<HTMLElement>) {
    const isBackwards = getComputedStyle(currentTarget).direction === 'rtl'
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
    const step = (steps[key] ?? 0) * (isBackwards ? -1 : 1)
    const next = tabs[tabs.indexOf(chosen) + step]
    if (step === 0 || next === undefined) return
    onChoose(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }

  return (
    <>
      <div role="tablist" tabIndex={-1} aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            aria-selected={tab === chosen}
            aria-controls={`${id}-${tab}-panel`}
            className={styles.tab}
            onClick={() => onChoose(tab)}
          >
            {nameOf(tab)}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab}
          role="tabpanel"
          id={`${id}-${tab}-panel`}
          aria-labelledby={`${id}-${tab}`}
          hidden={tab !== chosen}
        >
          {children(tab)}
        </div>
      ))}
    </>
  )
}
