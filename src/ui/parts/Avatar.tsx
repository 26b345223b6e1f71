import { memo } from 'react'
import styles from './Avatar.module.css'

const HUES = 12

/** A picture made from the name: its first letter on a colour of its own. Nothing is requested from anywhere. */
export const Avatar = memo(function Avatar({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className={styles.avatar} data-hue={hueOf(name)}>
      {firstLetter(name)}
    </span>
  )
})

function firstLetter(name: string): string {
  const [letter = '?'] = name.match(/[\p{L}\p{N}]/u) ?? Array.from(name)
  return letter.toLocaleUpperCase()
}

function hueOf(name: string): number {
  let hash = 7
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % HUES
}
