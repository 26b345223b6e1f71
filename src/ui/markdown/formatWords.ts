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
  /** What is written on the key. */
  control: string
}
