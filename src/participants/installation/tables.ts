import type { Generated } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'

export interface InstallationTables {
  'participants.installation': {
    only_one: Generated<boolean>
    name: string
    convenor: OrganisationId
    founded_at: Instant
    founded_by: PersonId
  }
}
