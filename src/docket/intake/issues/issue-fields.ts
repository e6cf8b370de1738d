import { type IssueFields, proposalField, proposalsIn, rankField } from './model.ts'

const rankName = /^rank-([1-9]\d{0,4})-([1-9]\d{0,4})$/
const proposalName = /^proposal-([1-9]\d{0,4})-([1-9]\d{0,3})-(title|why)$/

type Fields = readonly (readonly [name: string, text: string])[]

export const isIssueField = (name: string): boolean => rankName.test(name) || proposalName.test(name)

/** The ranks and proposals among the fields of a form, as they were typed. */
export function readIssueFields(fields: Fields): IssueFields {
  const proposals = new Map<string, { question: number; title: string; why: string }>()
  const ranks = fields.flatMap(([name, text]) => {
    const [, question, issue] = rankName.exec(name) ?? []
    return question && issue ? [{ question: Number(question), issue: Number(issue), rank: text.trim() }] : []
  })
  for (const [name, text] of fields) {
    const [, question, at, part] = proposalName.exec(name) ?? []
    const key = `${question} ${at}`
    const known = proposals.get(key) ?? { question: Number(question), title: '', why: '' }
    if (part) proposals.set(key, { ...known, [part]: text })
  }
  return { ranks, proposals: [...proposals.values()] }
}

/** The same as hidden fields, so that a page in between loses nothing. */
export function fieldsOfIssues(fields: IssueFields): Fields {
  const counts = new Map<number, number>()
  const proposals = proposalsIn(fields).flatMap(({ question, title, why }) => {
    const at = (counts.get(question) ?? 0) + 1
    counts.set(question, at)
    return [
      [proposalField(question, at, 'title'), title],
      [proposalField(question, at, 'why'), why],
    ] as const
  })
  return [
    ...fields.ranks.map(({ question, issue, rank }) => [rankField(question, issue), rank] as const),
    ...proposals,
  ]
}
