import { splitLinks } from './links.ts'

/** What a link in a text of readers says of itself to search engines and to where it leads. */
export const LINK_RELATION = 'nofollow ugc noopener'

/** A text whose web addresses are links; all the rest of it is text. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map((part, at) =>
    part.url === null ? (
      part.text
    ) : (
      <a key={`${at}`} href={part.url} rel={LINK_RELATION}>
        {part.text}
      </a>
    ),
  )
}
