export const importsAddress = (docket: string) => `/requests/${docket}/imports`
export const importAddress = (docket: string, id: string) => `${importsAddress(docket)}/${id}`
