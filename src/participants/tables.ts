import type { OrganisationsTables } from './organisations/tables.ts'
import type { PeopleTables } from './people/tables.ts'

export type ParticipantsTables = PeopleTables & OrganisationsTables
