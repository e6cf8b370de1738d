import { type Static, Type } from 'typebox'

const Count = Type.Object({
  issue: Type.Integer(),
  points: Type.Number({
    description: 'Borda count with ties; unranked issues stand level below the ranked.',
  }),
  firstChoices: Type.Integer(),
  rankedBy: Type.Integer(),
})
const Counted = Type.Object({ rankings: Type.Integer(), issues: Type.Array(Count) })

const Decided = Type.Object({
  outcome: Type.String({ description: 'taken-up, merged, not-taken-up or deferred.' }),
  issue: Type.Union([Type.Integer(), Type.Null()], { description: 'Number of the issue it led to.' }),
  reason: Type.String(),
  at: Type.String({ format: 'date-time' }),
})

export const IssuesAnswer = Type.Object(
  {
    docket: Type.String(),
    question: Type.Integer(),
    issues: Type.Array(
      Type.Object({ number: Type.Integer(), title: Type.String(), decisions: Type.Array(Decided) }),
    ),
    ranking: Counted,
    byGroup: Type.Record(Type.String(), Counted, { description: 'By the stakeholder group senders stated.' }),
    byConfirmation: Type.Record(Type.String(), Counted, {
      description: 'organisation, e-mail, none; without-name for comments shown without a name.',
    }),
    proposed: Type.Array(
      Type.Object({
        heading: Type.Union([Type.String(), Type.Null()], {
          description: 'Where the convenor put several together.',
        }),
        proposals: Type.Array(
          Type.Object({
            comment: Type.String(),
            group: Type.String(),
            title: Type.String(),
            why: Type.String(),
          }),
        ),
        decisions: Type.Array(Decided),
      }),
    ),
    aboutGone: Type.Array(Decided, {
      description: 'About proposals that were erased or are no longer posted.',
    }),
  },
  { description: 'Issues asked and proposed. Only what is posted counts.' },
)
export type IssuesAnswer = Static<typeof IssuesAnswer>
