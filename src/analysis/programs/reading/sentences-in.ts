import type { Stretch } from '../../../platform/text/index.ts'
import { splitSentences } from '../../sentences/split-sentences.ts'
import { FEWEST_LETTERS } from '../learning/examples.ts'
import type { TextToRead } from '../model.ts'

/** Of a book the beginning is read. */
const MOST = 400

/** The sentences of a text that are long enough to say something. */
export function sentencesIn({ text, language }: TextToRead): Stretch[] {
  const found: Stretch[] = []
  for (const sentence of splitSentences(text, language)) {
    if (sentence.end - sentence.start >= FEWEST_LETTERS) found.push(sentence)
    if (found.length === MOST) break
  }
  return found
}
