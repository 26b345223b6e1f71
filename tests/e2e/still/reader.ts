import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Act } from './story.ts'
import type { Happened } from './writers.ts'

/** Somebody who reads a discussion in an element of a page. */
export function createReader(page: Page) {
  const comments = page.locator('article[id^="comment-"]')

  let order = 'Newest first'

  function settle(): Promise<void> {
    return page.evaluate(
      () =>
        new Promise((resolve) => {
          requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
        }),
    )
  }

  /** Gives whether there was something to press. */
  async function press(locator: ReturnType<Page['getByRole']>, which: number): Promise<boolean> {
    const count = await locator.count()
    if (count > 0) await locator.nth(which % count).click()
    return count > 0
  }

  async function enter(locator: ReturnType<Page['getByRole']>, which: number): Promise<boolean> {
    const count = await locator.count()
    if (count === 0) return false
    await locator.nth(which % count).focus()
    await page.keyboard.press('Enter')
    return true
  }

  /** How many new comments are offered. */
  async function told(): Promise<number> {
    const offered = page.getByRole('button', { name: /^Show [\d,]+ new comments?$/ })
    const [text] = await offered.allTextContents()
    return Number(/[\d,]+/.exec(text ?? '0')?.[0].replaceAll(',', ''))
  }

  const shown = () => comments.evaluateAll((all) => all.map(({ id }) => id.replace('comment-', '')))

  return {
    shown,
    async arrive() {
      await comments.first().waitFor()
      await settle()
    },
    async act({ act, which }: Act) {
      switch (act) {
        case 'scroll':
          await page.mouse.move(150, 300)
          await page.mouse.wheel(0, (which % 4_000) - 1_000)
          break
        case 'fold':
          await press(page.getByRole('button', { name: /^(Collapse|Expand) thread by / }), which)
          break
        case 'sort': {
          const orders = ['Newest first', 'Oldest first', 'Most replies']
          order = orders[which % 3] ?? order
          await page.getByRole('combobox', { name: 'Sort by' }).selectOption(order)
          break
        }
        case 'show':
          await press(page.getByRole('button', { name: /^Show [\d,]+ new / }), which)
          break
        case 'load':
          // The reader is led to the first of what comes. A pointer may miss what goes on below while what comes near is laid out.
          if (await enter(page.getByRole('button', { name: /^Show (more threads|\d+ more repl)/ }), which)) {
            await page.locator('article:focus').waitFor()
          }
      }
      await settle()
      await expect.poll(() => page.getByText('Loading…').count()).toBe(0)
      await settle()
    },
    told,
    /** From now on, how far the topmost comment in the window is from where it stood, in each frame as it is drawn. */
    async watch() {
      const watching = await page.evaluateHandle(() => {
        const root = document.querySelector('soundoff-discussion')?.shadowRoot
        const top = (element: Element) => element.getBoundingClientRect().top
        const seen = [...(root?.querySelectorAll('article[id^="comment-"]') ?? [])].find(
          (element) =>
            element.checkVisibility({ contentVisibilityAuto: true }) &&
            top(element) >= 0 &&
            top(element) < innerHeight,
        )
        const watched = { most: 0, isOn: seen !== undefined }
        const place = seen ? top(seen) : 0
        // Sizes are told after all that a page does before a frame, and right before that is drawn.
        const pacer = document.body.appendChild(document.createElement('i'))
        pacer.style.cssText = 'position: fixed; inline-size: 1px; block-size: 1px; visibility: hidden'
        const observer = new ResizeObserver(() => {
          if (watched.isOn && seen) watched.most = Math.max(watched.most, Math.abs(top(seen) - place))
        })
        observer.observe(pacer)
        const pace = () => {
          if (!watched.isOn) {
            observer.disconnect()
            return pacer.remove()
          }
          pacer.style.inlineSize = pacer.style.inlineSize === '1px' ? '2px' : '1px'
          requestAnimationFrame(pace)
        }
        pace()
        return watched
      })
      return {
        async moved() {
          await settle()
          return watching.evaluate((watched) => {
            watched.isOn = false
            return watched.most
          })
        },
      }
    },
    /** Waits until the page tells of it; `before` is how many new comments it told of before. */
    async hearOf(happened: Happened, before: number) {
      if ('text' in happened) {
        const { id, text } = happened
        await expect
          .poll(() => comments.and(page.locator(`#comment-${id}`)).textContent())
          .toContain(text.slice(0, 40))
        return
      }
      // Where the oldest stand first, new threads come with the pages that are still to be read.
      if (happened.came === 'thread' && order === 'Oldest first') return
      await expect.poll(told).toBe(before + 1)
    },
    async doubled() {
      const ids = await shown()
      return ids.filter((id, index) => ids.indexOf(id) !== index)
    },
  }
}
