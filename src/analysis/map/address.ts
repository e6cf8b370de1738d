import type { Position } from '../coding/model.ts'
import type { MapFilters } from './model.ts'

const of = (docket: string): string => `/requests/${encodeURIComponent(docket)}/map`

/** What an address says; what is left open is not in it. */
const query = (said: Readonly<Record<string, string | number | undefined>>): string => {
  const told = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
  return told.length === 0 ? '' : `?${told.join('&')}`
}

const sides = ({ country, language, voice }: MapFilters) => ({ country, language, voice })

export const mapAddress = (docket: string, filters: MapFilters = {}, as = ''): string =>
  `${of(docket)}${as}${query(sides(filters))}`

export interface CellAddress {
  /** The number of the issue. */
  issue?: number | undefined
  group?: string | undefined
  position?: Position | undefined
  after?: string | undefined
}

export const cellAddress = (docket: string, cell: CellAddress, filters: MapFilters, as = ''): string =>
  `${of(docket)}/excerpts${as}${query({ ...cell, ...sides(filters) })}`

export const compareAddress = (docket: string, other: string, filters: MapFilters = {}, as = ''): string =>
  `${of(docket)}/compare${as}${query({ with: other, ...sides(filters) })}`
