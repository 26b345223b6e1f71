import type { Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import {
  element,
  openHostPage,
  wrapPage,
  type HostPage,
  type HostPageOptions,
  type Origins,
} from './hostPage.ts'

declare global {
  interface Window {
    /** Of the events of an element whose discussion stands in a frame, the names without what all begin with. */
    told: string[]
  }
}

export type FramedPage = HostPage & { frame: Frame }

/** The element with the sample discussion, in a frame. */
export function framed(at: Pick<Origins, 'backend'>, attributes = '', content = ''): string {
  return element(at, `isolation="frame" ${attributes}`, content)
}

/** Somebody's page with the sample discussion in a frame, once that is there. */
export async function openFramedPage(options: Partial<HostPageOptions> = {}): Promise<FramedPage> {
  const html = (at: Origins) => wrapPage(framed(at), at)
  const opened = await openHostPage({ html, before: collectEvents, ...options })
  return { ...opened, frame: await seeFrame(opened.page) }
}

/** The frame of a page, once its discussion is there. */
export async function seeFrame(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('The page has no frame.')
  await frame.locator('[id^=comment-]').first().waitFor()
  return frame
}

/** How high the frame is in the page, and what stands in it, once that stays for several frames of animation. */
export async function seeSettled(page: Page, frame: Frame): Promise<number> {
  const heights = async () => {
    const outer = await page.locator('iframe').evaluate((each) => each.getBoundingClientRect().height)
    const { inner, scrolls } = await frame.evaluate(
      () =>
        new Promise<{ inner: number; scrolls: boolean }>((resolve) => {
          const found = new Set<number>()
          const look = (frames: number) => {
            found.add(document.body.getBoundingClientRect().height)
            if (frames > 0) requestAnimationFrame(() => look(frames - 1))
            else {
              const { scrollHeight, clientHeight, clientWidth } = document.documentElement
              const scrolls = scrollHeight > clientHeight || clientWidth < innerWidth
              resolve({ inner: found.size === 1 ? Math.ceil([...found][0] ?? 0) : Number.NaN, scrolls })
            }
          }
          look(10)
        }),
    )
    return { outer, inner, scrolls }
  }
  await expect
    .poll(async () => {
      const { outer, inner, scrolls } = await heights()
      return outer === inner && !scrolls
    })
    .toBe(true)
  return (await heights()).outer
}

/** The id of what has focus in a frame's discussion. */
export function focusedIn(frame: Frame): Promise<string | undefined> {
  return frame.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)
}

/** Where what is found in a frame stands in the window of the page. */
export async function boxInPage(found: Locator): Promise<{ top: number; height: number }> {
  const box = await found.boundingBox()
  if (!box) throw new Error('It is not to be seen.')
  return { top: box.y, height: box.height }
}

export async function topInPage(frame: Frame, id: string): Promise<number> {
  return (await boxInPage(frame.locator(`[id="${id}"]`))).top
}

export function collectEvents(): void {
  window.told = []
  for (const name of ['ready', 'count', 'posted', 'failed', 'draft', 'navigate']) {
    document.addEventListener(`soundoff:${name}`, ({ target }) => {
      if (target instanceof Element && target.matches('[isolation=frame]')) window.told.push(name)
    })
  }
}
