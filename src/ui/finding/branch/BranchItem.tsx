import type { Comment } from '../../../domain/comment.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { useCell } from '../mentions/cell.ts'
import { shownBranch, showBranch } from './shownBranch.ts'

/** In the menu of a comment: shows nothing but it and what is below it. Nothing where that is all of the thread, or is so already. */
export function BranchItem({
  comment,
  view,
  onClose,
}: {
  comment: Comment
  view: ThreadView
  onClose: () => void
}) {
  const words = useFindingMessages()
  const isShown = useCell(shownBranch(view), (shown) => shown?.id === comment.id)
  const isBranch = comment.replyCount > 0 || comment.parentId !== null
  if (!isBranch || isShown) return null

  function show(button: Element) {
    const article = button.closest('article')
    if (!article) return
    const focused = article.querySelector('footer > :last-child') ?? article
    const { top } = article.getBoundingClientRect()
    showBranch(view, comment.id, { comment: article, top, focused })
    onClose()
  }

  return (
    <button type="button" className={controls.quiet} onClick={(event) => show(event.currentTarget)}>
      {words.onlyThisBranch}
    </button>
  )
}
