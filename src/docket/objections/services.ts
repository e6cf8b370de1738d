import type { PostingServices } from '../posting/services.ts'

export interface ObjectionsServices extends PostingServices {
  /** Where letters reach the office; none where no mail server is set. */
  contact: string | undefined
}
