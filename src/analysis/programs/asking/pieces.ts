import { paragraphsOf, type Stretch } from '../../../platform/text/index.ts'

/** A question holds so many letters, and of one text so many questions are asked. */
const LONGEST = 12_000
const MOST = 10

/** A text in pieces that a question can hold, cut between paragraphs where it can be; of a book the beginning. */
export function piecesOf(text: string): Stretch[] {
  const pieces: Stretch[] = []
  for (const { start, end } of paragraphsOf(text)) {
    const last = pieces.at(-1)
    if (last && end - last.start <= LONGEST) last.end = end
    else
      for (let at = start; at < end; at += LONGEST)
        pieces.push({ start: at, end: Math.min(end, at + LONGEST) })
  }
  return pieces.slice(0, MOST)
}
