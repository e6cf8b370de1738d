import type { Problems } from '../platform/http/index.ts'
import type { ProcessProblems } from './plan-process.ts'
import type { WordKey } from './words.ts'

const choices: Record<string, WordKey> = {
  name: 'nameMissing',
  scope: 'scopeMissing',
  outcomeCharacter: 'outcomeCharacterMissing',
  binding: 'bindingMissing',
  zone: 'zoneUnknown',
  opens: 'timeMissing',
}

const unknownFields = new Set(['additionalProperties', 'type'])

function sentenceFor(field: string, keyword: string): WordKey {
  if (keyword === 'maxLength' || keyword === 'maxItems') return 'tooLong'
  if (unknownFields.has(keyword)) return 'unknownField'
  return choices[field] ?? 'incomplete'
}

/** What the schema found, as sentences at their fields. */
export function sentencesFor(found: Problems): ProcessProblems {
  return new Map([...found].map(([field, keyword]) => [field, sentenceFor(field, keyword)]))
}
