import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RecordTables } from '../../record/index.ts'
import type { InstallationTables } from '../installation/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { SignInTables } from '../sign-in/tables.ts'
import type { PasskeyTables } from './tables.ts'

export type PasskeyServices = Services<
  PasskeyTables & PeopleTables & InstallationTables & SignInTables & MailTables & RecordTables
>
