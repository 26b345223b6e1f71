/** What the toolbar says. */
export type FormatWords = {
  toolbar: string
  bold: string
  italic: string
  code: string
  quote: string
  list: string
  numberedList: string
  link: string
}
