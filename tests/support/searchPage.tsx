import { screen, within } from '@testing-library/react'
import { openDiscussion } from './openDiscussion.tsx'

export const searchField = () => screen.getByRole('searchbox', { name: 'Search this discussion' })
export const searchPanel = () => screen.findByRole('region', { name: 'Search results' })
export const matchLinks = async () => within(await searchPanel()).findAllByRole('link')

/** Once what listens to the field is there. */
export async function openSearch(options: Parameters<typeof openDiscussion>[0] = {}) {
  const opened = await openDiscussion(options)
  await screen.findByRole('button', { name: 'People and activity' })
  return opened
}
