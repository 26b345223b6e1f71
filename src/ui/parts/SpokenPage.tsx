import { Component, type ReactNode } from 'react'

type Spoken = { locale: string; direction: 'ltr' | 'rtl' }

type Anchor = { element: Element; top: number }

/** Says of the document in which language it is, in the very step in which its texts change, and has what is in view stay in view. */
export class SpokenPage extends Component<Spoken & { children: ReactNode }, object, Anchor | null> {
  /** It may be in another language by then than it came in. */
  override componentDidMount(): void {
    this.tell()
  }

  override getSnapshotBeforeUpdate({ locale }: Spoken): Anchor | null {
    return locale === this.props.locale ? null : findAnchor()
  }

  override componentDidUpdate({ locale, direction }: Spoken, _: object, anchor: Anchor | null): void {
    const { locale: lang, direction: dir } = this.props
    if (lang === locale && dir === direction) return
    this.tell()
    if (!anchor?.element.isConnected) return
    const shift = anchor.element.getBoundingClientRect().top - anchor.top
    if (shift !== 0) scrollBy({ top: shift, behavior: 'instant' })
  }

  private tell(): void {
    const { locale: lang, direction: dir } = this.props
    Object.assign(document.documentElement, { lang, dir })
  }

  override render(): ReactNode {
    return this.props.children
  }
}

/** What has focus and is in view, else what stands in its upper part; nothing at the top of the page, which stays the top. */
function findAnchor(): Anchor | null {
  if (scrollY === 0) return null
  const { activeElement, body } = document
  const focused = activeElement === body ? null : activeElement
  const within = focused && isInView(focused) ? focused : null
  const element =
    within ?? document.elementFromPoint(innerWidth / 2, innerHeight / 4)?.closest('article, form, li')
  return element ? { element, top: element.getBoundingClientRect().top } : null
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
