import { screen } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'

test('what is hidden by itself, or by what it comes to stand in, is found no more, and found again when it is shown', async () => {
  document.body.innerHTML =
    '<main><div><button>One</button></div><div hidden></div><dialog><button>Two</button></dialog></main>'
  onTestFinished(() => document.body.replaceChildren())
  const [first, second] = document.querySelectorAll<HTMLElement>('main > div')
  const dialog = document.querySelector('dialog')
  const found = () => ['One', 'Two'].filter((name) => screen.queryByRole('button', { name }) !== null)
  expect(found()).toEqual(['One'])
  for (const isLater of [false, true]) {
    const see = async (names: string[]) => {
      if (isLater) await new Promise((resolve) => setImmediate(resolve))
      expect(found()).toEqual(names)
    }
    first!.hidden = true
    await see([])
    first!.hidden = false
    await see(['One'])
    for (const style of ['visibility: hidden', 'display: none']) {
      first!.setAttribute('style', style)
      await see([])
      first!.removeAttribute('style')
      await see(['One'])
    }
    second!.append(...first!.children)
    await see([])
    first!.append(...second!.children)
    await see(['One'])
    dialog!.setAttribute('open', '')
    await see(['One', 'Two'])
    dialog!.removeAttribute('open')
    await see(['One'])
  }
})
