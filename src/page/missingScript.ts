import { englishScriptless } from '../ui/messages/englishScriptless.ts'
import controls from '../ui/parts/controls.module.css'
import problemNotice from '../ui/parts/ProblemNotice.module.css'
import { scriptJson } from '../domain/markup.ts'

/** The script that says, in a page that came drawn, that its own module did not come, and what becomes of what was typed. */
export function missingScriptNotice(): string {
  const { scriptFailed, reload } = englishScriptless
  const classes = { notice: problemNotice.notice ?? '', button: controls.button ?? '' }
  return `(${showNotice.toString()})(${scriptJson({ ...scriptFailed, reload, classes })})`
}

type Words = typeof englishScriptless.scriptFailed & {
  reload: string
  classes: { notice: string; button: string }
}

/** Runs in the page by itself, with nothing but what it is given. Stands in view at the foot of the window, and moves nothing. */
function showNotice({ failed, kept, unkept, bare, reload, classes }: Words): void {
  const notice = document.createElement('div')
  notice.className = classes.notice
  notice.style.cssText = 'position: sticky; inset-block-end: 0; z-index: 1'
  notice.setAttribute('role', 'alert')
  const text = document.createElement('p')
  const tell = () => {
    const outcome = window.isTypedUnkept ? unkept : kept
    const words = `${failed} ${document.getElementById('form-new') ? outcome : bare}`
    if (text.textContent !== words) text.textContent = words
  }
  tell()
  document.addEventListener('input', tell)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = classes.button
  button.textContent = reload
  button.addEventListener('click', () => location.reload())
  notice.append(text, button)
  document.body.append(notice)
}
