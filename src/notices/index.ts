export { keepMailingReceipts } from './keep-mailing.ts'
export { mailDecisions } from './mail-decisions.ts'
export { mailReceipts, type NoticesServices, type NoticesTables } from './mail-receipts.ts'
