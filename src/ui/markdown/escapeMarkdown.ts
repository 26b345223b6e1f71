import { splitLinks } from '../discussion/links.ts'

/** Where a line could begin a quote, a list, a block of code or a line across. */
const LINE_START = /^([ \t]*)(?:([>~]|[-+](?=[ \t]|$)|-(?=[ \t]*-))|(\d{1,9})([.)])(?=[ \t]|$))/gm
const MARKS = /[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/**
 * A plain text as Markdown that shows it to the letter, but for white space around its lines and the number of empty lines
 * between paragraphs. Web addresses stay as they are, as nothing in them is a mark.
 */
export function escapeMarkdown(text: string): string {
  return splitLinks(text)
    .map((part) =>
      part.url !== null && !/[[\]`\\]/.test(part.text) ? part.text : part.text.replace(MARKS, '\\$&'),
    )
    .join('')
    .replace(LINE_START, (_, indent: string, mark = '', number = '', stop = '') =>
      mark ? `${indent}\\${mark}` : `${indent}${number}\\${stop}`,
    )
}
