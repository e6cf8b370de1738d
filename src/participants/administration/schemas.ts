import { type Static, Type } from 'typebox'
import { capacities } from '../organisations/model.ts'
import { givenRoles } from '../people/model.ts'

export const LENGTH = 200

const uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
/** A field that a browser sends empty when it was left out. */
const orEmpty = (pattern: string) => Type.Optional(Type.String({ pattern: `^(${pattern})?$` }))
const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const DAY = '\\d{4}-\\d{2}-\\d{2}'

export const PersonParams = Type.Object({ person: uuid })
export const OrganisationParams = Type.Object({ organisation: uuid })
export const RepresentationParams = Type.Object({ organisation: uuid, representation: uuid })
export const MailParams = Type.Object({ mail: uuid })

export const RoleForm = Type.Object({ role: Type.Enum([...givenRoles]), process: orEmpty(UUID) }, closed)
export type RoleForm = Static<typeof RoleForm>

export const OrganisationForm = Type.Object(
  { name: Type.String({ maxLength: LENGTH, pattern: '\\S' }), group: Type.String({ maxLength: 100 }) },
  closed,
)
export type OrganisationForm = Static<typeof OrganisationForm>

export const DetailsForm = Type.Object(
  {
    ...OrganisationForm.properties,
    country: orEmpty('[A-Za-z]{2}'),
    site: Type.Optional(Type.String({ maxLength: 500, pattern: '^$|^https?://[^\\s]+$' })),
    coalition: Type.Optional(Type.Literal('yes')),
  },
  closed,
)
export type DetailsForm = Static<typeof DetailsForm>

const otherName = Type.String({ maxLength: LENGTH, pattern: '\\S' })
export const SpellingForm = Type.Object({ spelling: otherName }, closed)
export const MergeForm = Type.Object({ double: otherName }, closed)

export const RepresentationForm = Type.Object(
  {
    person: Type.String({ maxLength: 254 }),
    capacity: Type.Enum([...capacities]),
    from: Type.String({ pattern: `^${DAY}$` }),
    until: orEmpty(DAY),
    checkedHow: Type.Optional(Type.String({ maxLength: LENGTH })),
  },
  closed,
)
export type RepresentationForm = Static<typeof RepresentationForm>
