/**
 * Whether the page is one that was left before: it was reloaded, or gone back or forward to. What such a page shows at an address that
 * it has gone on to by itself is new.
 */
export function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return (
    navigation !== undefined &&
    'type' in navigation &&
    /^(reload|back_forward)$/.test(String(navigation.type)) &&
    withoutHash(navigation.name) === withoutHash(location.href)
  )
}

function withoutHash(url: string): string {
  return url.replace(/#.*/, '')
}
