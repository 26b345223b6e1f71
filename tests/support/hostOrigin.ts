import { inject } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { prefixOf, spaceOf } from '../../src/ui/parts/deviceStorage.ts'
import { isOnServer } from './host.ts'
import { bringArticle, renewedSite } from './site/site.ts'

/** Where the page comes from, by the host that the tests run against; its server has the sample discussion as it was. */
export function hostOrigin(): Promise<string> {
  return isOnServer ? renewedSite() : Promise.resolve(inject('pageOrigin'))
}

/** What the names of all that a page of the host keeps in the browser begin with; or that a page from elsewhere (`origin`) keeps. */
export async function keptPrefix(origin?: string): Promise<string> {
  return prefixOf(spaceOf(isOnServer ? (origin ?? (await hostOrigin())) + BASE_PATH : null))
}

/** Has the host have an article, where there is a transcript of it; the one in the browser takes in by itself whichever is asked for. */
export async function bringToHost(article: string): Promise<void> {
  if (isOnServer) await bringArticle(article)
}
