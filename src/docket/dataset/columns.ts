import type { RequestForComment } from '../../requests/index.ts'
import type { WholeCommentBody } from '../reading/schemas.ts'

type Facts = WholeCommentBody

/** A column of the table: its name, and what of a comment stands in it. */
export interface Column {
  name: string
  /** The key of the words that say what it holds, and what they speak of. */
  meaning: { key: ColumnKey; number?: number }
  cell(comment: Facts): string
}

const plain = {
  number: ({ number }: Facts) => number,
  address: ({ address }: Facts) => address,
  state: ({ state }: Facts) => state,
  received_at: ({ receivedAt }: Facts) => receivedAt,
  sent_at: ({ sentAt }: Facts) => sentAt,
  late: ({ late }: Facts) => String(late),
  withheld_for: ({ withheldFor }: Facts) => withheldFor,
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
  confidential_parts: ({ confidentialParts }: Facts) => String(confidentialParts),
  attachments: ({ attachments }: Facts) =>
    attachments.map(({ name, text, file }) => name ?? file ?? text ?? '').join(', '),
}

export type ColumnKey = keyof typeof plain | 'answer' | 'comment'

const textTo = (question: number | null) => (comment: Facts) =>
  comment.answers.find((answer) => answer.question === question)?.text ?? ''

/** The columns of this docket's table: facts, then an answer for each question, then what was written freely. */
export function columnsFor({ questions }: Pick<RequestForComment, 'questions'>): readonly Column[] {
  const facts = Object.entries(plain).map(
    ([name, cell]): Column => ({
      name,
      meaning: { key: name as keyof typeof plain },
      cell: (comment) => cell(comment) ?? '',
    }),
  )
  const answers = questions.map(
    ({ number }): Column => ({
      name: `answer to question ${number}`,
      meaning: { key: 'answer', number },
      cell: textTo(number),
    }),
  )
  return [...facts, ...answers, { name: 'comment', meaning: { key: 'comment' }, cell: textTo(null) }]
}
