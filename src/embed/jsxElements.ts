import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { DiscussionOptions } from './discussionOptions.ts'
import type { CountElement, DiscussionElement } from './elements.ts'
import type { EmbedEvents } from './embedEvents.ts'
import type { Loading } from './options.ts'

type Listeners = {
  [Name in keyof EmbedEvents as `on${Name}`]?: ((event: CustomEvent<EmbedEvents[Name]>) => void) | undefined
}

/** The attributes of `<soundoff-discussion>` in JSX, and what listens to its events. */
export type DiscussionElementProps = DetailedHTMLProps<HTMLAttributes<DiscussionElement>, DiscussionElement> &
  Omit<DiscussionOptions, 'pageUrl' | 'pageTitle' | 'maxDepth' | 'loading'> &
  Listeners & {
    'page-url'?: string | undefined
    'page-title'?: string | undefined
    'max-depth'?: number | undefined
    loading?: Loading | undefined
  }

export type CountElementProps = DetailedHTMLProps<HTMLAttributes<CountElement>, CountElement> &
  Pick<DiscussionOptions, 'discussion' | 'backend'>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'soundoff-discussion': DiscussionElementProps
      'soundoff-count': CountElementProps
    }
  }
}
