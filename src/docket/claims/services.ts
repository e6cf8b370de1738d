import type { LookUpServices } from './look-up/look-up.ts'

export interface ClaimsServices extends LookUpServices {
  /** No mail server is set: letters stay in the mailbox that an administrator reads. */
  mailbox: boolean
}
