import type { SuggestedPart } from '../../coding/suggestions/model.ts'
import type { ReadComment, TextToRead } from '../model.ts'

/** What a program has learnt. */
export interface Reader {
  read(texts: readonly TextToRead[]): ReadComment
  /** What it says of words that a person marked. */
  judge(words: TextToRead): readonly SuggestedPart[]
}
