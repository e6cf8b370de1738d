import type { SuggestedPart } from '../../coding/suggestions/model.ts'
import type { Example } from '../learning/examples.ts'
import type { LocalProgram, ReadComment, TextToRead } from '../model.ts'
import { readCues } from './read-cues.ts'
import { readKinds } from './read-kinds.ts'
import { readTopics } from './read-topics.ts'

/** What a program has learnt. */
export interface Reader {
  read(texts: readonly TextToRead[]): ReadComment
  /** What it says of words that a person marked. */
  judge(words: TextToRead): readonly SuggestedPart[]
}

const makers: Readonly<Record<LocalProgram, (examples: readonly Example[]) => Reader>> = {
  'position-cues': readCues,
  'issues-and-codes': readTopics,
  'kinds-of-excerpt': readKinds,
}

/** Makes a program ready: it learns from what people coded, and does without where it can. */
export const readerOf = (program: LocalProgram, examples: readonly Example[]): Reader =>
  makers[program](examples)
