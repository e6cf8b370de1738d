import type { RequestForComment } from '../../../requests/index.ts'
import type { AskedIssues } from './model.ts'

/** What a request asks to be ranked; proposals may be made even where that is nothing. */
export function askedIssues({ questions }: Pick<RequestForComment, 'questions'>): AskedIssues {
  return new Map(
    questions.flatMap(({ number, issues, asksForIssues }) => (asksForIssues ? [[number, issues]] : [])),
  )
}
