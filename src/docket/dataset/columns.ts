import type { WholeCommentBody } from '../reading/schemas.ts'
import type { Scope } from './model.ts'
import type { Row } from './rows.ts'

type Facts = WholeCommentBody

/** A column of the table: its name, and what of a comment stands in it. */
export interface Column {
  name: string
  /** The key of the words that say what it holds, and what they speak of. */
  meaning: { key: ColumnKey; number?: number }
  cell(row: Row): string
}

const plain = {
  number: ({ number }: Facts) => number,
  address: ({ address }: Facts) => address,
  state: ({ state }: Facts) => state,
  received_at: ({ receivedAt }: Facts) => receivedAt,
  sent_at: ({ sentAt }: Facts) => sentAt,
  late: ({ late }: Facts) => String(late),
  withheld_for: ({ withheldFor }: Facts) => withheldFor,
  erased_for: ({ erasedFor }: Facts) => erasedFor,
  superseded_by: ({ supersededBy }: Facts) => supersededBy,
  name: ({ sender }: Facts) => sender?.name,
  organisation: ({ sender }: Facts) => sender?.organisation,
  capacity: ({ sender }: Facts) => sender?.capacity,
  verification: ({ sender }: Facts) => sender?.verification,
  stakeholder_group: ({ group }: Facts) => group,
  assigned_group: ({ assignedGroup }: Facts) => assignedGroup,
  language: ({ language }: Facts) => language,
  country: ({ country }: Facts) => country,
  channel: ({ channel }: Facts) => channel,
  original_id: ({ original }: Facts) => original?.id,
  original_source: ({ original }: Facts) => original?.source,
  interests: ({ interests }: Facts) => interests.map(({ kind, words }) => `${kind}: ${words}`).join('\n'),
  interests_not_shown: ({ interestsNotShown }: Facts) => String(interestsNotShown),
  signatories: ({ signatories }: Facts) =>
    signatories
      .map(({ name, country, verification }) => `${verification}${country ? ` ${country}` : ''}: ${name}`)
      .join('\n'),
  signatories_refused: ({ signatoriesRefused }: Facts) => String(signatoriesRefused),
  replies_to: ({ repliesTo }: Facts) => repliesTo.join(', '),
  confidential_parts: ({ confidentialParts }: Facts) => String(confidentialParts),
  attachments: ({ attachments }: Facts) =>
    attachments.map(({ name, text, file }) => name ?? file ?? text ?? '').join(', '),
}

export type ColumnKey = keyof typeof plain | 'docket' | 'answer' | 'comment'

const textTo =
  (question: number | null) =>
  ({ body }: Row) =>
    body.answers.find((answer) => answer.question === question)?.text ?? ''

const docketColumn: Column = {
  name: 'docket',
  meaning: { key: 'docket' },
  cell: ({ request }) => request.docket,
}

/** Facts, then an answer for each question by its number, then what was written freely. */
export function columnsFor({ requests, whole }: Pick<Scope, 'requests' | 'whole'>): readonly Column[] {
  const facts = Object.entries(plain).map(
    ([name, cell]): Column => ({
      name,
      meaning: { key: name as keyof typeof plain },
      cell: ({ body }) => cell(body) ?? '',
    }),
  )
  const numbers = new Set(requests.flatMap(({ questions }) => questions.map(({ number }) => number)))
  const answers = [...numbers]
    .sort((a, b) => a - b)
    .map(
      (number): Column => ({
        name: `answer to question ${number}`,
        meaning: { key: 'answer', number },
        cell: textTo(number),
      }),
    )
  const free: Column = { name: 'comment', meaning: { key: 'comment' }, cell: textTo(null) }
  return [...(whole ? [docketColumn] : []), ...facts, ...answers, free]
}
