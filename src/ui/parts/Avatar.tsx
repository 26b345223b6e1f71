import { memo } from 'react'
import styles from './Avatar.module.css'

const HUES = 12

/**
 * A picture made from the name: its first letter on a colour of its own. Nothing is requested from anywhere. What a letter is,
 * and its capital, may differ with the version of Unicode where the page was drawn; it then stays as it was.
 */
export const Avatar = memo(function Avatar({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className={styles.avatar} data-hue={hueOf(name)} suppressHydrationWarning>
      {firstLetter(name)}
    </span>
  )
})

function firstLetter(name: string): string {
  const [letter = '?'] = name.match(/[\p{L}\p{N}]/u) ?? Array.from(name)
  return letter.toUpperCase()
}

function hueOf(name: string): number {
  let hash = 7
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % HUES
}
