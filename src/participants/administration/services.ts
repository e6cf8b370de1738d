import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RecordTables } from '../../record/index.ts'
import type { OrganisationsTables } from '../organisations/tables.ts'
import type { ProcessNames } from '../process-names.ts'

export interface AdministrationServices
  extends Services<OrganisationsTables & MailTables & RecordTables>,
    ProcessNames {
  /** No mail server is set: letters stay in the mailbox that an administrator reads. */
  mailbox: boolean
}
