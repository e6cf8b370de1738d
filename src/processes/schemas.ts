import { type Static, Type } from 'typebox'
import { bindings, outcomeCharacters } from './model.ts'

const line = (maxLength: number) => Type.String({ maxLength })
const strict = { additionalProperties: false }

const StageRow = Type.Object({ name: line(60), title: line(200), what: line(1000), closes: line(30) }, strict)

const IssueRow = Type.Object({ id: line(60), title: line(300), description: line(5000) }, strict)

/** What the form sends: text as typed, so that it can be shown again as typed. */
export const ProcessForm = Type.Object(
  {
    name: line(200),
    slug: line(80),
    scope: line(20_000),
    outcomeCharacter: Type.Enum(outcomeCharacters),
    binding: Type.Enum(bindings),
    convenor: line(60),
    docketPrefix: line(30),
    zone: line(60),
    opens: line(30),
    stages: Type.Array(StageRow, { minItems: 1, maxItems: 20 }),
    issues: Type.Array(IssueRow, { maxItems: 200 }),
    /** The issue that opens it; only while it is made. */
    parent: Type.Optional(line(60)),
    act: Type.Enum(['save', 'add-issue']),
  },
  strict,
)
export type ProcessForm = Static<typeof ProcessForm>
