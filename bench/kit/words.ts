const sentence = 'The buyer should read on the box until when security updates are promised, at the least. '
const paragraph = sentence.repeat(6).trim()

/** Words of about so many bytes, in paragraphs as people write them; they begin with the key, so that each is known again. */
export function wordsOf(key: string, bytes: number): string {
  const paragraphs = Math.max(1, Math.round((bytes - key.length) / (paragraph.length + 2)))
  return [key, ...Array.from({ length: paragraphs }, () => paragraph)].join('\n\n').slice(0, bytes)
}

export const KEY_LENGTH = 36

/** The body of one comment, as the API takes it. */
export function bodyOf(key: string, bytes: number): string {
  const answers = [{ text: wordsOf(key, bytes) }]
  return JSON.stringify({ answers, group: 'users', publication: 'without-name', idempotencyKey: key })
}
