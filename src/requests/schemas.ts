import { type Static, Type } from 'typebox'

const line = (maxLength: number) => Type.String({ maxLength })
const strict = { additionalProperties: false }

const QuestionRow = Type.Object(
  {
    text: line(5000),
    hint: line(2000),
    issues: Type.Array(line(60), { maxItems: 200 }),
    priority: Type.Enum(['', 'yes']),
    asksForIssues: Type.Enum(['', 'yes']),
  },
  strict,
)

/** What the form sends: text as typed, so that it can be shown again as typed. */
export const RequestForm = Type.Object(
  {
    docket: line(60),
    title: line(300),
    notice: line(100_000),
    language: line(35),
    zone: line(60),
    opens: line(30),
    deadline: line(30),
    questions: Type.Array(QuestionRow, { maxItems: 200 }),
    act: Type.Enum(['save', 'add-question']),
  },
  strict,
)
export type RequestForm = Static<typeof RequestForm>

export const ExtensionForm = Type.Object({ zone: line(60), deadline: line(30), reason: line(2000) }, strict)
export type ExtensionForm = Static<typeof ExtensionForm>

export const RoundForm = Type.Object({ zone: line(60), opens: line(30), closes: line(30) }, strict)
export type RoundForm = Static<typeof RoundForm>

const Moment = Type.String({ format: 'date-time', description: 'An instant, in UTC.' })
const Zone = Type.String({ description: 'The time zone it was announced in, as the IANA database names it.' })

export const RequestAnswer = Type.Object({
  docket: Type.String({ description: 'The number people quote.' }),
  state: Type.Enum(['draft', 'announced', 'open', 'closed']),
  title: Type.String(),
  notice: Type.String({ description: 'Markdown.' }),
  language: Type.String({ description: 'BCP 47.' }),
  process: Type.Object({ slug: Type.String(), name: Type.String(), outcomeCharacter: Type.String() }),
  publishedAt: Type.Union([Moment, Type.Null()]),
  opensAt: Moment,
  deadline: Type.Object({ at: Moment, zone: Zone }),
  deadlines: Type.Array(Type.Object({ at: Moment, zone: Zone, reason: Type.String(), setAt: Moment }), {
    description: 'Every deadline that was announced, the oldest first; the last holds.',
  }),
  questions: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      number: Type.Integer(),
      text: Type.String(),
      hint: Type.String(),
      issues: Type.Array(Type.Object({ number: Type.Integer(), title: Type.String() })),
      priority: Type.Boolean({ description: 'Matters most to a reader with fifteen minutes.' }),
      asksForIssues: Type.Boolean({
        description:
          'Asks which issues the process should take up: rank those it is tied to, and propose others.',
      }),
    }),
  ),
  replyRound: Type.Union([Type.Object({ opensAt: Moment, closesAt: Moment, zone: Zone }), Type.Null()], {
    description: 'When comments may answer comments.',
  }),
  papers: Type.Array(Type.Object({ title: Type.String(), url: Type.String({ format: 'uri' }) })),
  minutes: Type.Integer({ description: 'What reading the notice and the questions takes.' }),
  url: Type.String({ format: 'uri' }),
})
export type RequestAnswer = Static<typeof RequestAnswer>
