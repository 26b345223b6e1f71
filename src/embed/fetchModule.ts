const here = new Set<string>()
let tries = 0

/**
 * Has the browser fetch a script into its cache, before anything imports it: an import that failed fails for good in some browsers
 * (HTML: the module map keeps it, by the whole address), and so each try has a fragment of its own. It goes by what the page's
 * policy says of scripts, as a `fetch` would not. Rejects where the script does not come.
 */
export async function fetchModule(address: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  if (here.has(address) || !link.relList.supports(link.rel)) return
  link.crossOrigin = ''
  link.href = `${address}#${(tries += 1)}`
  const outcome = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', reject)
  })
  document.head.append(link)
  await outcome.finally(() => link.remove())
  here.add(address)
}
