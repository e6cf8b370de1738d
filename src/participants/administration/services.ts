import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RecordTables } from '../../record/index.ts'
import type { OrganisationsTables } from '../organisations/tables.ts'

export interface AdministrationServices extends Services<OrganisationsTables & MailTables & RecordTables> {
  /** No mail server is set: letters stay in the mailbox that an administrator reads. */
  mailbox: boolean
}
