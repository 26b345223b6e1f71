import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { DiscussionView } from '../../src/ui/discussion/DiscussionView.tsx'
import { english, type Messages } from '../../src/ui/messages/english.ts'
import { englishWriting } from '../../src/ui/messages/englishWriting.ts'
import { germanCatalogue } from '../../src/ui/messages/germanCatalogue.ts'
import { loadOnDemand } from '../support/loadOnDemand.ts'
import { startBackend } from '../support/openDiscussion.tsx'
import { renderAmbient } from '../support/renderAmbient.tsx'

const { messages: german } = germanCatalogue('de')

/** Every text of the English catalogue that the German one does not have as well. */
const englishTexts = new Set(
  textsOf({ ...english, writing: englishWriting }).filter((text) => !textsOf(german).includes(text)),
)

/** A discussion without an article, as it stands in an element. */
async function openIn(messages: Messages) {
  await loadOnDemand()
  const { carrier, faults, transcript } = await startBackend()
  const network = { isOnline: () => true, subscribe: () => () => {} }
  const { speak } = renderAmbient(
    { carrier, network, stored: localStorage, messages },
    <DiscussionView discussionId={transcript.discussion!.id} />,
  )
  await screen.findByRole('heading', { level: 2, name: /39/ })
  return { faults, speak, user: userEvent.setup() }
}

test('a discussion is read, folded and answered in German, and says in German what failed', async () => {
  const { faults, user } = await openIn(german)
  const discussion = within(screen.getByRole('region', { name: 'Diskussion' }))
  expect(discussion.getByRole('heading', { level: 2 })).toHaveTextContent(
    /^39 Kommentare 25 davon sind hier$/,
  )
  expect(discussion.getByRole('article', { name: 'Antwort von Pete an Hapa' })).toBeVisible()
  const time = discussion.getByRole('article', { name: /^Kommentar von wjm/ }).querySelector('time')
  expect(time).toHaveTextContent(/^\d\d\.\d\d\.2013, \d\d:\d\d vor \d+ Jahren/)
  expect(foundInEnglish()).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Strang von wjm zuklappen' }))
  expect(screen.getByRole('status')).toHaveTextContent('Strang zugeklappt')
  await user.click(screen.getByRole('button', { name: /^Strang von wjm aufklappen, \d+ Antwort(?:en)?$/ }))

  await user.click(screen.getByRole('button', { name: 'Auf Hapa antworten' }))
  const form = within(screen.getByRole('form', { name: 'Auf Hapa antworten' }))
  await user.click(form.getByRole('button', { name: 'Antwort absenden' }))
  expect(form.getByText('Bitte zuerst etwas schreiben.')).toBeVisible()
  await user.type(form.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(form.getByRole('textbox', { name: 'Antwort' }), 'Das sehe ich anders.')
  faults.before = ({ method }) => (method === 'POST' ? new Response(null, { status: 503 }) : undefined)
  await user.click(form.getByRole('button', { name: 'Antwort absenden' }))
  expect(await screen.findByText(/^Nicht veröffentlicht/)).toHaveTextContent('noch einmal versuchen.')
  expect(foundInEnglish()).toEqual([])

  delete faults.before
  await user.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }))
  await screen.findByRole('article', { name: 'Antwort von Ada an Hapa' })
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Antwort veröffentlicht')
  await user.click(await screen.findByRole('button', { name: 'Mehr zum Kommentar von Ada' }))
  expect(await screen.findByRole('button', { name: 'Bearbeiten' })).toBeVisible()
  expect(foundInEnglish()).toEqual([])
})

test('another language comes without a loss: what is written, folded and in focus stays', async () => {
  const { user, speak } = await openIn(english)
  await user.click(screen.getByRole('button', { name: 'Collapse thread by wjm' }))
  await user.click(screen.getByRole('button', { name: 'More actions for the comment by wjm' }))
  await user.click(await screen.findByRole('button', { name: 'Report' }))
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'I see it differently.')
  await user.click(await screen.findByRole('button', { name: 'Formatting' }))
  await screen.findByRole('toolbar', { name: 'Formatting' })
  await user.click(field)
  expect(field).toHaveFocus()

  speak(german)
  expect(screen.getByRole('textbox', { name: 'Antwort' })).toBe(field)
  expect(field).toHaveValue('I see it differently.')
  expect(field).toHaveFocus()
  expect(screen.getByRole('button', { name: /^Strang von wjm aufklappen/ })).toBeVisible()
  expect(screen.getByRole('form', { name: 'Den Kommentar von wjm melden' })).toBeVisible()
  expect(screen.getByRole('toolbar', { name: 'Formatierung' })).toBeVisible()
  expect(foundInEnglish()).toEqual([])

  speak(english)
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect(field).toHaveValue('I see it differently.')
})

/** What stands there, or names something there, in English; what people wrote does not equal any of it. What was announced is past. */
function foundInEnglish(): string[] {
  return [...document.body.querySelectorAll('*:not(output, output *)')]
    .flatMap((element) => [
      element.childElementCount === 0 ? element.textContent : '',
      ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ])
    .filter(
      (text) => englishTexts.has(text) || /\b(?:by|replies|comments?|responses?) [A-Z\d]|Ctrl/.test(text),
    )
    .filter((text) => text.length < 60)
}

function textsOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? textsOf(value) : [],
  )
}
