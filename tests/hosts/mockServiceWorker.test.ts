import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the service worker is the one of the installed MSW; if not, run "npx msw init public --no-save"', async () => {
  const root = join(import.meta.dirname, '../..')
  const [served, installed] = await Promise.all(
    ['public/mockServiceWorker.js', 'node_modules/msw/lib/mockServiceWorker.js'].map((path) =>
      readFile(join(root, path), 'utf8'),
    ),
  )
  expect(served).toBe(installed)
})
