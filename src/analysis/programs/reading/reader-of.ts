import type { Example } from '../learning/examples.ts'
import type { LocalProgram } from '../model.ts'
import { readCues } from './read-cues.ts'
import { readKinds } from './read-kinds.ts'
import { readTopics } from './read-topics.ts'
import type { Reader } from './reader.ts'

const makers: Readonly<Record<LocalProgram, (examples: readonly Example[]) => Reader>> = {
  'position-cues': readCues,
  'issues-and-codes': readTopics,
  'kinds-of-excerpt': readKinds,
}

/** Makes a program ready: it learns from what people coded, and does without where it can. */
export const readerOf = (program: LocalProgram, examples: readonly Example[]): Reader =>
  makers[program](examples)
