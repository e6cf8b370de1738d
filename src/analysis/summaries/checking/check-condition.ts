import type { CitedWords, SentenceFlag } from './flags.ts'
import { readSentence } from './read-sentence.ts'
import { WordForms } from './same-word.ts'

/** A sentence speaks of a condition when it holds at least this share of the condition's content words. */
const SPOKEN_OF = 1 / 2

const primary = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/** The conditions under which cited excerpts support, and of which the sentence does not speak. */
export function checkConditions(
  text: string,
  language: string,
  cited: readonly CitedWords[],
): SentenceFlag[] {
  const said = new WordForms()
  for (const { folded } of readSentence(text, primary(language))) said.add(folded)
  const conditions = new Set(
    cited.flatMap(({ position, condition }) => (position === 'support-with-condition' ? [condition] : [])),
  )
  return [...conditions].flatMap((condition): SentenceFlag[] => {
    const telling = readSentence(condition, primary(language)).filter(
      ({ kind }) => kind === 'content' || kind === 'number' || kind === 'name',
    )
    const held = telling.filter(({ folded }) => said.has(folded))
    return telling.length > 0 && held.length >= telling.length * SPOKEN_OF
      ? []
      : [{ kind: 'condition-dropped', condition }]
  })
}
