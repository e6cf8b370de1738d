export const readingAddress = (number: string): string => `/comments/${encodeURIComponent(number)}/reading`
