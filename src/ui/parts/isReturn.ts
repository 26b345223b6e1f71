/** Whether the page is one that was left before: it was reloaded, or gone back or forward to. */
export function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return (
    navigation !== undefined &&
    'type' in navigation &&
    /^(reload|back_forward)$/.test(String(navigation.type))
  )
}
