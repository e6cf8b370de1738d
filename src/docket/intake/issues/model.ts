import { type IssueAnswer, writeIssueAnswer } from '../../comments/issue-answer/model.ts'

/** A rank as it was chosen for an issue; empty where none was. */
export interface ChosenRank {
  question: number
  issue: number
  rank: string
}

export interface WrittenProposal {
  question: number
  title: string
  why: string
}

/** What a form holds for the question that asks which issues to take up. */
export interface IssueFields {
  ranks: readonly ChosenRank[]
  proposals: readonly WrittenProposal[]
}

export type IssueProblemKind =
  | 'rankWrong'
  | 'issueNotAsked'
  | 'issuesNotAsked'
  | 'proposalTitleMissing'
  | 'proposalTitleLong'
  | 'proposalsMany'

interface IssueProblem {
  field: string
  kind: IssueProblemKind
  values?: Record<string, string | number>
}

/** The issues to rank, by the number of the question that asks for them. */
export type AskedIssues = ReadonlyMap<number, readonly { number: number; title: string }[]>

export const MOST_PROPOSALS = 20
export const LONGEST_TITLE = 300

export const rankField = (question: number, issue: number): string => `rank-${question}-${issue}`
export const proposalField = (question: number, at: number, part: 'title' | 'why'): string =>
  `proposal-${question}-${at}-${part}`

const isFilled = ({ title, why }: WrittenProposal) => title.trim() !== '' || why.trim() !== ''
const isRank = (text: string) => /^[1-9]\d{0,2}$/.test(text)

/** Empty rows are no proposals; the order stays. */
export const proposalsIn = ({ proposals }: IssueFields): WrittenProposal[] => proposals.filter(isFilled)

/** The questions to which something was ranked or proposed. */
export function questionsIn(fields: IssueFields): number[] {
  const ranked = fields.ranks.filter(({ rank }) => rank !== '')
  return [...new Set([...ranked, ...proposalsIn(fields)].map(({ question }) => question))]
}

/** Everything said to one of these questions as one text; a rank that is none is not in it. */
export function issueText(
  fields: IssueFields,
  question: number,
  remark: string,
  asked: AskedIssues = new Map(),
): string {
  const answer: IssueAnswer = {
    ranked: fields.ranks
      .filter((one) => one.question === question && isRank(one.rank))
      .map(({ issue, rank }) => ({ issue, rank: Number(rank) })),
    remark,
    proposals: proposalsIn(fields).filter((one) => one.question === question),
  }
  return writeIssueAnswer(
    answer,
    new Map((asked.get(question) ?? []).map(({ number, title }) => [number, title])),
  )
}

export function issueProblems(fields: IssueFields, asked: AskedIssues): IssueProblem[] {
  const strange = questionsIn(fields).filter((question) => !asked.has(question))
  return [
    ...strange.map(
      (question): IssueProblem => ({
        field: 'form',
        kind: 'issuesNotAsked',
        values: { question, text: issueText(fields, question, '') },
      }),
    ),
    ...rankProblems(fields, asked),
    ...proposalProblems(fields),
  ]
}

function rankProblems({ ranks }: IssueFields, asked: AskedIssues): IssueProblem[] {
  return ranks.flatMap(({ question, issue, rank }): IssueProblem[] => {
    const issues = asked.get(question)
    if (rank === '' || !issues) return []
    if (!issues.some(({ number }) => number === issue))
      return [{ field: 'form', kind: 'issueNotAsked', values: { issue, question } }]
    return isRank(rank)
      ? []
      : [{ field: rankField(question, issue), kind: 'rankWrong', values: { issue, rank } }]
  })
}

function proposalProblems(fields: IssueFields): IssueProblem[] {
  const filled = proposalsIn(fields)
  const found = filled.flatMap(({ question, title }): IssueProblem[] => {
    const at = filled.filter((one) => one.question === question).findIndex((one) => one.title === title)
    const field = proposalField(question, at + 1, 'title')
    if (title.trim() === '') return [{ field, kind: 'proposalTitleMissing' }]
    return title.length > LONGEST_TITLE
      ? [{ field, kind: 'proposalTitleLong', values: { limit: LONGEST_TITLE } }]
      : []
  })
  const many: IssueProblem[] =
    filled.length > MOST_PROPOSALS
      ? [{ field: 'form', kind: 'proposalsMany', values: { limit: MOST_PROPOSALS, count: filled.length } }]
      : []
  return [...found, ...many]
}
