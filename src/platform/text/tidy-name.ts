/** Marks that turn writing round or take no room: in a single line they can only mislead. */
const invisible = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
const stackedMarks = /(\p{M}{4})\p{M}+/gu

/** A name or title as one line: white space run together, nothing in it that a reader cannot see. */
export function tidyName(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
    .replace(/ +/g, ' ')
    .replace(stackedMarks, '$1')
    .trim()
}
