import { cleanText, tidyName } from '../../platform/text/index.ts'
import { type CodeWording, LONGEST_NAME, LONGEST_TEXT } from './model.ts'
import type { WordKey } from './words.ts'

export type CodebookProblems = ReadonlyMap<string, WordKey>

const tooLong = { definition: 'definitionLong', example: 'exampleLong' } as const

/** The wording as it is kept, or what is to be mended in which field. */
export function checkWording(
  typed: Readonly<Partial<CodeWording>>,
): { wording: CodeWording } | { problems: CodebookProblems } {
  const text = (words = '') => cleanText(words).text.trim()
  const wording = {
    name: tidyName(text(typed.name)),
    definition: text(typed.definition),
    example: text(typed.example),
  }
  const problems = new Map<string, WordKey>()
  if (wording.name === '') problems.set('name', 'nameMissing')
  if (wording.name.length > LONGEST_NAME) problems.set('name', 'nameLong')
  for (const field of ['definition', 'example'] as const)
    if (wording[field].length > LONGEST_TEXT) problems.set(field, tooLong[field])
  return problems.size > 0 ? { problems } : { wording }
}
