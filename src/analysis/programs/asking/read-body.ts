import { ModelTrouble } from './trouble.ts'

/** An answer is a page at most: what goes on and on is cut off. */
const MOST_BYTES = 512 * 1024

/** The words of an answer, as far as it is of a size to be read. */
export async function readBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [words, bytes] = ['', 0]
  for await (const piece of body ?? []) {
    bytes += piece.length
    if (bytes > MOST_BYTES) throw new ModelTrouble('unreadable', 'The answer is too large.')
    words += decoder.decode(piece, { stream: true })
  }
  return words + decoder.decode()
}
