import { renderToStringAsync } from 'preact-render-to-string'
import type { Api } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import { isId, type DiscussionId } from '../domain/ids.ts'
import { escapeHtml, scriptJson } from '../domain/markup.ts'
import { nobodysAmbient } from '../ui/nobody.ts'
import { createQueryClient } from '../ui/queryClient.ts'
import { createCatalogues } from '../ui/messages/catalogues.ts'
import { Embedded } from './Embedded.tsx'
import { ATTRIBUTES, type Options, type WrittenOptions } from './options.ts'
import type { DiscussionOptions } from './discussionOptions.ts'
import { readOptions } from './readOptions.ts'
import { cacheRenderedData, DATA_ID, type RenderedData } from './renderedData.ts'
import { ROOM_STYLES } from './roomStyles.ts'
import { writtenOf } from './writtenOf.ts'
import './embed.css'

/** Only the browser knows where the page is; nothing that is drawn depends on it. */
const ANYWHERE = 'http://localhost/'

/**
 * `<soundoff-discussion>` as HTML that can be read before any script runs: the first page of its discussion stands in a declarative
 * shadow root (HTML, `shadowrootmode`), which the element's application goes on from. `backend` is where the reader's browser is to ask. Its styles are inline: a policy of the page has to allow that, or they come with the
 * application. Rejects with what the `Api` rejects with.
 */
export async function renderDiscussion(api: Api, given: DiscussionOptions): Promise<string> {
  const written = writtenOf(given)
  const options = readOptions(written, { url: ANYWHERE, base: ANYWHERE })
  const data = await load(api, options)
  const queryClient = createQueryClient()
  cacheRenderedData(queryClient, api, data)
  const connection = { queryClient, shared: nobodysAmbient(api), isSentHere: () => false }
  const catalogue = await createCatalogues().bring(options.lang ?? '')
  const content = await renderToStringAsync(
    <Embedded host={new EventTarget()} options={options} catalogue={catalogue} connect={() => connection} />,
  )
  const { theme, density } = options
  const place = {
    'data-soundoff': '',
    part: 'discussion',
    lang: catalogue.messages.locale,
    dir: catalogue.direction,
    'data-theme': theme,
    'data-density': density,
  }
  return [
    `<soundoff-discussion${write(named(written))}><template shadowrootmode="open">`,
    '<noscript><style>[data-scripted]{display:none!important}</style></noscript>',
    '<style>',
    ROOM_STYLES,
    import.meta.env.ELEMENT_STYLES,
    '[data-soundoff]{--rem:16px}</style>',
    `<div data-room><div${write(place)}>${content}</div></div>`,
    `<script type="application/json" id="${DATA_ID}">${scriptJson(data)}</script>`,
    `</template></soundoff-discussion>`,
  ].join('')
}

async function load(api: Api, { discussion, order }: Options): Promise<RenderedData> {
  if (!isId<DiscussionId>(discussion)) throw new ProblemError({ code: 'not-found', resource: 'discussion' })
  return {
    order,
    discussion: await api.readDiscussion({ discussionId: discussion }),
    comments: await api.listComments({ discussionId: discussion, order }),
  }
}

/** By the names of attributes, without those that are missing. */
function named(written: WrittenOptions): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [property, value] of Object.entries(written)) {
    const name = Object.entries(ATTRIBUTES).find(([each]) => each === property)?.[1]
    if (name !== undefined && value !== null) attributes[name] = value
  }
  return attributes
}

function write(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
}
