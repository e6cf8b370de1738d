import { capacities } from '../../participants/index.ts'
import { isAddress } from '../../platform/mail/index.ts'
import { askedIssues } from './issues/asked-issues.ts'
import type { KnownRequest } from './known-requests.ts'
import type { Choices } from './model.ts'
import { countries, countryNamed } from './places.ts'

/** What a form for this request is held against. */
export function choicesFor({ request, groups }: KnownRequest, files: number): Choices {
  return {
    issues: askedIssues(request),
    questions: request.questions.map(({ number }) => number),
    groups: groups.map(({ slug }) => slug),
    capacities,
    countries,
    isAddress,
    countryNamed,
    files,
  }
}
