import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { rememberStyles } from './rememberStyles.ts'

configure({
  asyncUtilTimeout: 10_000,
  // To print the page takes longer than to look through it, and most looks are the first of many.
  getElementError: (message) => new Error(message ?? ''),
})

rememberStyles()

// jsdom lays nothing out, and so has no scrolling.
Element.prototype.scrollIntoView = () => {}

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

// jsdom lays nothing out, and so nothing is hit.
Document.prototype.elementFromPoint = () => null
ShadowRoot.prototype.elementFromPoint = () => null

// It shows no dialogs either.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
  this.dispatchEvent(new Event('close'))
}
