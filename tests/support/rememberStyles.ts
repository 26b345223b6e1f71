/** What tells whether something is seen and can be pressed, by the names that it is asked for by. */
const REMEMBERED: ReadonlyMap<PropertyKey, string> = new Map([
  ['display', 'display'],
  ['visibility', 'visibility'],
  ['opacity', 'opacity'],
  ['pointerEvents', 'pointer-events'],
  ['pointer-events', 'pointer-events'],
])

/** What that depends on, besides what an element is and what it stands in: no sheet is loaded here but jsdom's own. */
const ATTRIBUTES = ['style', 'hidden', 'open', 'type']

/**
 * jsdom works a style out from its whole sheet, and anew after any change of the document; a look for one role asks for hundreds. From here
 * on, what is asked for most is worked out once for all elements that are alike and stand in the like.
 */
export function rememberStyles(): void {
  const workOut = globalThis.getComputedStyle.bind(globalThis)
  const kindOf = createKinds()
  const answers = new Map<string, string>()
  globalThis.getComputedStyle = (element, pseudo) => {
    const kind = pseudo ? null : kindOf(element)
    if (kind === null) return workOut(element, pseudo)
    const ask = (asked: string) => {
      const name = REMEMBERED.get(asked)
      if (name === undefined) return workOut(element).getPropertyValue(asked)
      const key = `${kind} ${name}`
      const answer = answers.get(key) ?? workOut(element).getPropertyValue(name)
      answers.set(key, answer)
      return answer
    }
    return new Proxy(NOTHING, {
      get(_, name) {
        if (name === 'getPropertyValue') return ask
        return typeof name === 'string' && REMEMBERED.has(name)
          ? ask(name)
          : Reflect.get(workOut(element), name)
      },
    })
  }
}

const NOTHING: CSSStyleDeclaration = Object.create(null)

/** Gives a number that is the same for elements that are alike; `null` for those that this cannot be told of. */
function createKinds(): (element: Element) => number | null {
  const observer = new MutationObserver(forgetChanged)
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ATTRIBUTES })
  const numbers = new Map<string, number>()
  let kinds = new WeakMap<Element, number | null>()

  function kindOf(element: Element): number | null {
    const known = kinds.get(element)
    if (known !== undefined) return known
    const above = element.parentElement && kindOf(element.parentElement)
    const kind =
      isPlain(element) && (above !== null || element === document.documentElement)
        ? number(element, above)
        : null
    kinds.set(element, kind)
    return kind
  }

  function number(element: Element, above: number | null): number {
    const attributes = ATTRIBUTES.map((name) => element.getAttribute(name))
    // An attribute that is empty is there nevertheless.
    const key = JSON.stringify([above, element.localName, ...attributes])
    const kind = numbers.get(key) ?? numbers.size
    numbers.set(key, kind)
    return kind
  }

  function forgetChanged(records: readonly MutationRecord[]): void {
    const isChanged = records.some(
      ({ type, addedNodes }) => type === 'attributes' || [...addedNodes].some(isKnown),
    )
    if (isChanged) kinds = new WeakMap()
  }

  /** Whether it stood elsewhere before. */
  function isKnown(node: Node): boolean {
    return node instanceof Element && kinds.has(node)
  }

  return (element) => {
    // What the observer would be told of only later.
    forgetChanged(observer.takeRecords())
    return kindOf(element)
  }
}

/** Whether a popover is open is no attribute. */
function isPlain(element: Element): boolean {
  return !element.hasAttribute('popover')
}
