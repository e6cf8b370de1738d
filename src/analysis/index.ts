export { USUAL_THRESHOLD } from './campaigns/campaign-index.ts'
export { type CampaignReport, findCampaigns } from './campaigns/find-campaigns.ts'
export { openComments, type RowRemark } from './campaigns/read-comments.ts'
export type { CodingTables } from './coding/tables.ts'
