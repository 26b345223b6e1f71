/** An address that others may be sent to: `http` or `https`, as browsers write it, without what points into the page; else `null`. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  url.hash = ''
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
