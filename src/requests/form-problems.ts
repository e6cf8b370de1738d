import type { Problems } from '../platform/http/index.ts'
import type { RequestProblems } from './plan-request.ts'
import type { WordKey } from './words.ts'

function sentenceFor(keyword: string): WordKey {
  if (keyword === 'maxLength' || keyword === 'maxItems') return 'tooLong'
  return keyword === 'required' ? 'incomplete' : 'unknownField'
}

/** What the schema found, as sentences at their fields. */
export function sentencesFor(found: Problems): RequestProblems {
  return new Map([...found].map(([field, keyword]) => [field, sentenceFor(keyword)]))
}
