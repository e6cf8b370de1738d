import type { Id } from '../id.ts'

export type MailId = Id<'mail'>

export interface Attachment {
  name: string
  type: string
  text: string
}

/** One letter to one person, in plain text. */
export interface Message {
  to: string
  subject: string
  body: string
  attachments?: readonly Attachment[]
}

const address =
  /^[^\s@<>"(),:;[\]\\\p{Cc}]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}-]+$/u

/** One plain address, nothing else: no name, no list, no line break that could start another header. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text)
}

/** Text fit for a header or a file name: control characters and line breaks become spaces. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

const WIDTH = 72

function wrapLine(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = word
    } else {
      current = current ? `${current} ${word}` : word
    }
  }
  return [...lines, current].join('\n')
}

/** Wraps at 72 characters, as mail readers expect; a long word, such as a link, is never broken. */
export function wrap(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line.length <= WIDTH ? line : wrapLine(line)))
    .join('\n')
}
