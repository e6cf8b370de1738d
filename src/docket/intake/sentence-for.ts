import type { Translate } from '../../platform/i18n/index.ts'
import type { Problem } from './model.ts'
import type { WordKey } from './words.ts'

/** What is wrong and how to mend it. */
export function sentenceFor(t: Translate<WordKey>, { kind, values = {} }: Problem): string {
  return t(kind, values)
}

/** The sentence that stands at a field. */
export function problemAt(
  problems: readonly Problem[],
  field: string,
  t: Translate<WordKey>,
): string | undefined {
  const found = problems.find((problem) => problem.field === field)
  return found && sentenceFor(t, found)
}
