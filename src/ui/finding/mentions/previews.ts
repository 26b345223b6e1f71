import type { CommentId } from '../../../domain/ids.ts'
import { createCell } from './cell.ts'
import { perDiscussion } from './perDiscussion.ts'

/** What is previewed, at the link to it. */
export type Previewed = { link: HTMLAnchorElement; targetId: CommentId }

/** How long one points at a link before its preview opens, in milliseconds, so that none opens on the way. */
const OPEN_AFTER_MS = 350

/** How long the way from a link to its preview may take, in milliseconds. */
const CLOSE_AFTER_MS = 300

/**
 * The one preview of a discussion. It stays as long as its link has focus, or one points at the link or at the preview itself, and
 * until it is closed (WCAG 1.4.13).
 */
export const previewsOf = perDiscussion(() => {
  const shown = createCell<Previewed | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPointedAt = false
  let focused: Element | null = null

  function later(action: () => void, afterMs: number) {
    clearTimeout(timer)
    timer = setTimeout(action, afterMs)
  }

  function close() {
    clearTimeout(timer)
    shown.write(null)
  }

  return {
    shown,
    close,
    point(preview: Previewed) {
      isPointedAt = true
      if (shown.read()?.link === preview.link) clearTimeout(timer)
      else later(() => shown.write(preview), OPEN_AFTER_MS)
    },
    /** Points at the preview itself. */
    stay() {
      isPointedAt = true
      clearTimeout(timer)
    },
    leave() {
      isPointedAt = false
      const isKept = focused !== null && shown.read()?.link === focused
      if (isKept) clearTimeout(timer)
      else later(close, CLOSE_AFTER_MS)
    },
    focus(preview: Previewed) {
      clearTimeout(timer)
      focused = preview.link
      shown.write(preview)
    },
    blur() {
      if (!isPointedAt || shown.read()?.link !== focused) close()
      focused = null
    },
  }
})
