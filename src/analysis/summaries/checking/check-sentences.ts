import type { Candidate } from '../drafting/list-candidates.ts'
import type { Sentence } from '../model.ts'
import { checkSummary } from './check-summary.ts'
import type { CheckedSummary } from './flags.ts'

interface Checked {
  language: string
  sentences: readonly Sentence[]
  candidates: readonly Candidate[]
  groups: readonly string[]
}

/** Holds sentences against what they cite now, and against all that is coded on the issue. */
export function checkSentences({ language, sentences, candidates, groups }: Checked): CheckedSummary {
  return checkSummary({
    ...{ language, held: candidates, framing: groups },
    sentences: sentences.map(({ id, text, citations }) => {
      const cited = citations.flatMap(({ shown }) => shown ?? [])
      const [gone, of] = [citations.length - cited.length, cited.map(({ group }) => group)]
      return { id, text, cited, gone, groups: of }
    }),
  })
}
