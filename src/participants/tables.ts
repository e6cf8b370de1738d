import type { InstallationTables } from './installation/tables.ts'
import type { InterestTables } from './interests/tables.ts'
import type { OrganisationsTables } from './organisations/tables.ts'
import type { PasskeyTables } from './passkeys/tables.ts'
import type { PeopleTables } from './people/tables.ts'
import type { SignInTables } from './sign-in/tables.ts'

export type ParticipantsTables = PeopleTables &
  PasskeyTables &
  InterestTables &
  OrganisationsTables &
  InstallationTables &
  SignInTables
