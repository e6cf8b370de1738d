import { originalCell } from '../../platform/text/index.ts'
import type { Row } from './model.ts'

/** Columns that only a row of our own export has once it is unwrapped; elsewhere the same words mean other things. */
export const OWN = {
  answers: '\u0000answers',
  state: '\u0000state',
  kind: '\u0000kind',
  signatories: '\u0000signatories',
} as const

/** What one answer says, to the question of that number. */
export interface NumberedAnswer {
  question: number
  text: string
}

const answerColumn = /^answer to question (\d{1,4})$/

function asObject(cell: string | undefined): Record<string, unknown> {
  const value: unknown = cell ? JSON.parse(cell) : undefined
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function answersIn(cell: string | undefined): { numbered: NumberedAnswer[]; free: string } {
  const all = Object.values(asObject(cell)).map((one) => asObject(JSON.stringify(one)))
  const numbered = all.flatMap(({ question, text }) =>
    typeof question === 'number' ? [{ question, text: textIn(text) }] : [],
  )
  const free = all.filter(({ question }) => question === null).map(({ text }) => textIn(text))
  return { numbered, free: free.join('\n\n') }
}

function interestsIn(cell: string | undefined): string {
  const all = Object.values(asObject(cell)).map((one) => asObject(JSON.stringify(one)))
  return all.map(({ kind, words }) => `${textIn(kind)}: ${textIn(words)}`).join('\n')
}

function signatoriesIn(cell: string | undefined): string {
  const all = Object.values(asObject(cell)).map((one) => asObject(JSON.stringify(one)))
  return all
    .map(({ name, country, verification }) => {
      const known = [textIn(verification), textIn(country)].filter(Boolean).join(' ')
      return `${known}: ${textIn(name)}`
    })
    .join('\n')
}

function fromJsonl(cells: Row['cells']): Row['cells'] {
  const sender = asObject(cells.get('sender'))
  const { numbered, free } = answersIn(cells.get('answers'))
  const files = Object.values(asObject(cells.get('attachments'))).map((file) =>
    asObject(JSON.stringify(file)),
  )
  const taken = ['sender', 'answers', 'attachments', 'signatories', 'sentAt', 'group', 'state']
  const rest = [...cells].filter(([name]) => !taken.includes(name))
  return new Map([
    ...rest,
    [OWN.state, cells.get('state') ?? ''],
    ['sent_at', cells.get('sentAt') ?? ''],
    ['stakeholder_group', cells.get('group') ?? ''],
    ['name', textIn(sender['name'])],
    ['organisation', textIn(sender['organisation'])],
    ['capacity', textIn(sender['capacity'])],
    ['interests', interestsIn(cells.get('interests'))],
    [OWN.signatories, signatoriesIn(cells.get('signatories'))],
    [
      'attachments',
      JSON.stringify(files.map(({ name, file, text }) => ({ fileName: name ?? file ?? text }))),
    ],
    [OWN.answers, JSON.stringify(numbered)],
    ['comment', free],
  ])
}

function fromCsv(harmless: Row['cells']): Row['cells'] {
  const cells = new Map([...harmless].map(([name, cell]) => [name, originalCell(cell)]))
  const numbered = [...cells].flatMap(([name, text]): NumberedAnswer[] => {
    const question = answerColumn.exec(name)?.[1]
    return question && text ? [{ question: Number(question), text }] : []
  })
  const taken = ['state', 'signatories']
  const rest = [...cells].filter(([name]) => !answerColumn.test(name) && !taken.includes(name))
  const state = cells.get('state') ?? ''
  const signed: [string, string] = [OWN.signatories, cells.get('signatories') ?? '']
  return new Map([...rest, signed, [OWN.state, state], [OWN.answers, JSON.stringify(numbered)]])
}

/**
 * A row of our own export, brought to the columns of `comments.csv` with its answers in one cell; any other row as it
 * came. What is no JSON where ours has some was not written by us.
 */
export function unwrapOwn(row: Row): Row {
  try {
    if (row.cells.has('confidentialParts')) return { ...row, cells: fromJsonl(row.cells) }
    if (row.cells.has('confidential_parts')) return { ...row, cells: fromCsv(row.cells) }
  } catch {
    return row
  }
  return row
}
