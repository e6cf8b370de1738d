import { Type } from 'typebox'

const short = Type.String({ maxLength: 60 })
/** What is longer than it may be comes back with every word, so that the form takes more than the rule. */
const long = Type.Optional(Type.String({ maxLength: 200_000 }))
const many = Type.Optional(Type.Union([short, Type.Array(short, { maxItems: 5000 })]))
const closed = { additionalProperties: false }

export const DocketAddress = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const ofIssue = { docket: Type.String({ maxLength: 80 }), issue: Type.String({ maxLength: 10 }) }
export const IssueAddress = Type.Object(ofIssue)
export const VersionAddress = Type.Object({
  ...ofIssue,
  version: Type.String({ pattern: '^[1-9][0-9]{0,5}$' }),
})
export const SentenceAddress = Type.Object({ ...ofIssue, sentence: short })
export const ContestAddress = Type.Object({ docket: Type.String({ maxLength: 80 }), contest: short })
export const CommentAddress = Type.Object({ number: Type.String({ maxLength: 100 }) })

/** Which of the excerpts are offered. */
export const Narrowed = Type.Object({
  group: Type.Optional(short),
  position: Type.Optional(short),
  comment: Type.Optional(Type.String({ maxLength: 100 })),
})

export const SentenceForm = Type.Object({ text: long, cites: many, seen: Type.Optional(short) }, closed)
export const MoveForm = Type.Object({ to: Type.Enum(['up', 'down']) }, closed)
export const SeenForm = Type.Object({ seen: short }, closed)
export const PublishForm = Type.Object(
  { seen: short, until: Type.Optional(short), inSpite: long, changes: long },
  closed,
)
export const ContestForm = Type.Object(
  { about: Type.Optional(Type.String({ maxLength: 100 })), words: long },
  closed,
)
export const ScreenForm = Type.Object(
  {
    seen: Type.Enum(['screening', 'posted', 'withheld']),
    act: Type.Enum(['post', 'withhold']),
    reason: Type.Optional(short),
  },
  closed,
)
export const AnswerForm = Type.Object(
  { act: Type.Enum(['uphold', 'not-uphold']), seen: short, answer: long, text: long, cites: many },
  closed,
)

/** A repeated field arrives as a list, a single one as itself. */
export const listOf = (field: string | readonly string[] | undefined): readonly string[] =>
  field === undefined ? [] : typeof field === 'string' ? [field] : field
