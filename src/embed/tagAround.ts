/**
 * How the page names the language of what stands at `element`, by its nearest `lang` that names one, out of shadow roots, too: BCP 47,
 * as a rule. Empty where it does not.
 */
export function tagAround(element: Element): string {
  const near = element.closest('[lang]:not([lang=""])')
  if (near) return near.getAttribute('lang') ?? ''
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? tagAround(root.host) : ''
}
