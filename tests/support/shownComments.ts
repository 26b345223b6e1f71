import { screen } from '@testing-library/react'
import { expect } from 'vitest'
import type { openDiscussion } from './openDiscussion.tsx'

/** How many comments are drawn. */
export function shown(): number {
  return ids().size
}

/** The ids of their articles, none of which is there twice. */
export function ids(): Set<string> {
  const comments = screen.getByRole('region', { name: 'Discussion' }).querySelectorAll('article')
  const found = new Set(Array.from(comments, ({ id }) => id))
  expect(found.size).toBe(comments.length)
  return found
}

/** Asks for more until so many are there. */
export async function showAll(user: Awaited<ReturnType<typeof openDiscussion>>['user'], count: number) {
  while (shown() < count) {
    const more = screen.queryAllByRole('button', { name: /^Show (more threads|[\d,]+ more repl)/ })[0]
    const before = shown()
    if (more) await user.click(more)
    await expect.poll(shown).toBeGreaterThan(before)
  }
}
