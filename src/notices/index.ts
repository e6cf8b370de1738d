export { keepMailingReceipts } from './keep-mailing.ts'
export { mailReceipts, type NoticesServices, type NoticesTables } from './mail-receipts.ts'
