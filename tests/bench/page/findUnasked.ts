import type { Served } from './benchServer.ts'

/**
 * The addresses that nobody asked for: of the backend, all that a first load asks for but changes, since what it shows came
 * with the page, and all that scrolling asks for but further threads; and whatever was asked for twice, but changes.
 */
export function findUnasked(firstLoad: readonly Served[], scroll: readonly Served[]): string[] {
  const known = new Set<string>()
  const isRepeated = ({ url }: Served): boolean => known.size === known.add(url).size
  return [
    ...firstLoad.filter((each) => !isNews(each) && (isRepeated(each) || each.kind === 'api')),
    ...scroll.filter(
      (each) => !isNews(each) && (isRepeated(each) || (each.kind === 'api' && !isThreads(each))),
    ),
  ].map(({ url }) => url)
}

function isNews({ url }: Served): boolean {
  return /\/(changes|events)(\?|$)/.test(url)
}

function isThreads({ url }: Served): boolean {
  return /\/comments\?.*cursor=/.test(url)
}
