export const campaignsAddress = (docket: string): string =>
  `/requests/${encodeURIComponent(docket)}/campaigns`

export const campaignAddress = (docket: string, id: string): string => `${campaignsAddress(docket)}/${id}`
