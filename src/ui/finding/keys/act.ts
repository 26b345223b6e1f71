import type { CommentId } from '../../../domain/ids.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { currentComment, isInWindow } from './currentComment.ts'
import { firstInView } from './firstInView.ts'
import type { KeyAction, Step } from './keyTable.ts'
import { branchOf, readingOrder, type Standing } from './readingOrder.ts'
import { stepFrom } from './stepFrom.ts'

type Place = { within: HTMLElement; threads: Threads; view: ThreadView }

/** Does what a key is for, `within` a discussion; nothing where there is nothing that it could be done to. */
export function act(
  action: Exclude<KeyAction, 'help'>,
  { onNothingNew, ...place }: Place & { onNothingNew: () => void },
): void {
  const { within } = place
  const focused = currentComment(within)
  switch (action) {
    case 'nextNew':
      if (!press(within.querySelector('button[data-next-new]'))) onNothingNew()
      break
    case 'fold':
      if (focused !== null) press(rootOf(within).getElementById(`toggle-${focused}`))
      break
    case 'reply':
      if (focused !== null) press(rootOf(within).getElementById(`reply-to-${focused}`), true)
      break
    case 'search':
      goToSearch(within)
      break
    default:
      move(action, focused, place)
  }
}

function move(step: Step, focused: CommentId | null, { within, threads, view }: Place): void {
  // A first reply is gone to though it is folded.
  const isFolded = (id: CommentId) => step !== 'firstReply' && view.folds.has(id)
  const standing = shown(within, readingOrder(threads, isFolded))
  // Who has scrolled on goes on from there.
  const isHere =
    focused !== null && (isInWindow(within, focused) || step === 'parent' || step === 'firstReply')
  const index = isHere ? standing.findIndex(({ id }) => id === focused) : -1
  const current = index < 0 ? null : index
  const ids = standing.map(({ id }) => id)
  const id = stepFrom(standing, step, current, current === null ? firstInView(within, ids) : 0)
  if (id === null) return
  view.reveal(id)
  view.requestFocus({ to: `comment-${id}`, from: 'anywhere' })
}

/** Where one branch is shown alone, no others are stepped through. */
function shown(within: Element, standing: readonly Standing[]): readonly Standing[] {
  const alone = within.querySelector('[data-branch-way="end"] > article')?.id
  return alone === undefined ? standing : branchOf(standing, alone.replace('comment-', ''))
}

/** What moves focus on from a button does so from there. */
function press(button: Element | null, isFromThere = false): boolean {
  if (!(button instanceof HTMLElement)) return false
  if (isFromThere) button.focus({ preventScroll: true })
  button.click()
  return true
}

function goToSearch(within: HTMLElement): void {
  const field = within.querySelector<HTMLInputElement>('input[type="search"]')
  field?.focus()
  field?.select()
}
