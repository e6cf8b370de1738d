export const importsAddress = (docket: string) => `/requests/${docket}/imports`
export const paperAddress = (docket: string) => `/requests/${docket}/paper`
export const importAddress = (docket: string, id: string) => `${importsAddress(docket)}/${id}`
