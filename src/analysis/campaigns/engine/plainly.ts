import { decodeHTML } from 'entities'

/** A text as it was meant: entities read, tags left out, lower case. */
export function plainly(text: string): string {
  const read = text.includes('&') ? decodeHTML(text) : text
  const bare = read.includes('<') ? read.replace(/<\/?[a-z!][^<>]*>/gi, ' ') : read
  return bare.normalize('NFC').toLowerCase()
}
