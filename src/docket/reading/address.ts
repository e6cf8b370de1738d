import type { Filters, Sort } from './model.ts'

/** What a list shows, as its address says it. */
export interface Asked {
  filters: Filters
  sort: Sort
}

/** The address of a list; what is not narrowed is not in it, so that the same list has one address. */
export function listAddress(
  docket: string,
  { filters, sort }: Asked,
  place: Record<string, string> = {},
): string {
  return `/requests/${encodeURIComponent(docket)}/comments${queryOf({ filters, sort }, place)}`
}

/** A list for programs that look again from time to time. */
export const feedAddress = (docket: string, asked: Asked): string =>
  `/requests/${encodeURIComponent(docket)}/comments.atom${queryOf({ ...asked, sort: 'newest' })}`

function queryOf({ filters, sort }: Asked, place: Record<string, string> = {}): string {
  const named = Object.entries(filters).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(named.map(([name, value]) => [name, String(value)]))
  if (sort !== 'newest') query.set('sort', sort)
  for (const [name, value] of Object.entries(place)) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}

export const commentAddress = (number: string): string => `/comments/${encodeURIComponent(number)}`

export const attachmentAddress = (number: string, attachment: number): string =>
  `${commentAddress(number)}/attachments/${attachment}`
