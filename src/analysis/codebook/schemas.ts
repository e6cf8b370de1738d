import { type Static, Type } from 'typebox'

const text = Type.Optional(Type.String({ maxLength: 100_000 }))
const id = Type.Optional(Type.String({ maxLength: 60 }))

/** What is longer than it may be comes back with every word, so that a form takes more than the rule. */
export const CodeForm = Type.Object(
  { name: text, definition: text, example: text, parent: id },
  { additionalProperties: false },
)
export type CodeForm = Static<typeof CodeForm>

export const ListForm = Type.Object(
  { list: Type.Optional(Type.String({ maxLength: 2_000_000 })) },
  { additionalProperties: false },
)

export const MoveForm = Type.Object({ parent: id, before: id }, { additionalProperties: false })
export const MergeForm = Type.Object({ into: id }, { additionalProperties: false })
export const SplitForm = Type.Object({ names: text }, { additionalProperties: false })

export const CodebookAddress = Type.Object({ slug: Type.String({ maxLength: 100 }) })
export const CodeAddress = Type.Object({
  slug: Type.String({ maxLength: 100 }),
  code: Type.String({ maxLength: 60 }),
})
