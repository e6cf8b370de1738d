import { type Static, Type } from 'typebox'
import { positions } from '../coding/model.ts'
import { voices } from './model.ts'

/** A field that is left open comes empty. */
const open = <Choice extends readonly string[]>(choices: Choice) => Type.Optional(Type.Enum(['', ...choices]))

export const DocketAddress = Type.Object({ docket: Type.String({ maxLength: 80 }) })

const filters = {
  country: Type.Optional(Type.String({ maxLength: 20 })),
  language: Type.Optional(Type.String({ maxLength: 40 })),
  voice: open(voices),
}

export const MapQuery = Type.Object(filters)
export type MapQuery = Static<typeof MapQuery>

export const CellQuery = Type.Object({
  issue: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,5})?$' })),
  group: Type.Optional(Type.String({ maxLength: 100 })),
  position: open(positions),
  after: Type.Optional(Type.String({ maxLength: 60 })),
  ...filters,
})
export type CellQuery = Static<typeof CellQuery>

export const CompareQuery = Type.Object({ with: Type.Optional(Type.String({ maxLength: 80 })), ...filters })

const nullable = (one: ReturnType<typeof Type.String>) => Type.Union([one, Type.Null()])

export const MapAnswer = Type.Object(
  {
    docket: Type.String(),
    published: nullable(Type.String({ format: 'date-time' })),
    posted: Type.Integer({ description: 'Comments that are posted, of those the filters leave.' }),
    coded: Type.Integer({ description: 'How many of these their coders are done with.' }),
    heldBack: Type.Integer({
      description: 'How many one coder is done with and a second one has still to read: they count nowhere.',
    }),
    issues: Type.Array(Type.Object({ number: Type.Integer(), title: Type.String() })),
    counts: Type.Array(
      Type.Object({
        issue: Type.Integer(),
        group: Type.String(),
        position: Type.String(),
        voice: Type.String(),
        comments: Type.Integer({ description: 'A comment with two positions on an issue is in both.' }),
        excerpts: Type.Integer(),
        campaigns: Type.Integer(),
      }),
    ),
    missing: Type.Array(
      Type.Object({
        issue: Type.Integer(),
        groups: Type.Array(Type.String()),
        countries: Type.Array(Type.String()),
      }),
      { description: 'Who commented, and takes no position on the issue.' },
    ),
    absent: Type.Array(Type.String(), { description: 'Stakeholder groups that sent no comment.' }),
  },
  { description: 'Who says what about each issue. Only what is posted and coded counts.' },
)

export const CellAnswer = Type.Object({
  docket: Type.String(),
  list: Type.Array(
    Type.Object({
      id: Type.String(),
      issue: Type.Integer(),
      position: Type.String(),
      condition: Type.String(),
      words: Type.String(),
      comment: Type.String(),
      group: Type.String(),
      voice: Type.String(),
      country: nullable(Type.String()),
      language: Type.String(),
      url: Type.String(),
    }),
    { description: 'By comment, 200 a page.' },
  ),
  next: nullable(Type.String()),
})
