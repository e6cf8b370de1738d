export const summariesAddress = (docket: string) => `/requests/${docket}/summaries`

export const summaryAddress = (docket: string, issue: number) => `${summariesAddress(docket)}/${issue}`

export const versionAddress = (docket: string, issue: number, version: number) =>
  `${summaryAddress(docket, issue)}/versions/${version}`

export const draftAddress = (docket: string, issue: number) => `${summaryAddress(docket, issue)}/draft`

export const contestsAddress = (docket: string) => `/requests/${docket}/contests`

export const contestAddress = (docket: string, contest: string) => `${contestsAddress(docket)}/${contest}`
