import { notStated } from '../../participants/index.ts'

/** What other dockets call those who answer, and the stakeholder group of ours that says the same. */
const exact: Record<string, string> = {
  EU_CITIZEN: 'users',
  NON_EU_CITIZEN: 'users',
  COMPANY: 'private-sector',
  BUSINESS_ASSOCIATION: 'private-sector',
  NGO: 'civil-society',
  TRADE_UNION: 'civil-society',
  CONSUMER_ORGANISATION: 'civil-society',
  ENVIRONMENTAL_ORGANISATION: 'civil-society',
  ACADEMIC_RESEARCH_INSTITUTION: 'academia',
  // The European portal's own spelling.
  ACADEMIC_RESEARCH_INSTITTUTION: 'academia',
  PUBLIC_AUTHORITY: 'government',
}

const telling: [RegExp, string][] = [
  [/^government\b/i, 'government'],
  [/\b(private industry|industry|company|business)\b/i, 'private-sector'],
  [/\b(academi\w*|universit\w*|research institut\w*)\b/i, 'academia'],
  [/\b(civil society|ngo|non-?profit|advocacy|consumer group)\b/i, 'civil-society'],
  [/\btechnical community\b/i, 'technical-community'],
  [/^(individual|citizen|consumer|user)s?\b/i, 'users'],
]

function asSlug(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

/** The stakeholder group that another docket's words name; what names none is "not stated", never guessed. */
export function groupNamed(words: string, groups: ReadonlySet<string>): string {
  const found =
    exact[words.trim().toUpperCase()] ??
    telling.find(([pattern]) => pattern.test(words.trim()))?.[1] ??
    asSlug(words)
  return groups.has(found) ? found : notStated
}
