import { inNumericOrder } from '../mathematics/numeric-order.ts'
import { problemIn } from './model.ts'
import { readJson } from './read-list.ts'

export interface Membership {
  /** The group of each participant, as a place in `labels`. */
  groups: ReadonlyMap<string, number>
  labels: readonly (string | number)[]
}

const isLabel = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

/** A membership that is given: `{"participant": group}`; whoever has null is in none. */
export async function readMembership(file: string): Promise<Membership> {
  const told = await readJson(file)
  if (typeof told !== 'object' || told === null || Array.isArray(told))
    throw problemIn(file, undefined, 'A membership is {"participant": group, …}.')
  const named = Object.entries(told).filter(([, group]) => group !== null)
  const odd = named.find(([, group]) => !isLabel(group))
  if (odd) throw problemIn(file, undefined, `The group of ${odd[0]} is neither a number nor a name.`)
  const labels = [...new Set(named.map(([, group]) => group as string | number))]
  labels.sort((one, other) => inNumericOrder(String(one), String(other)))
  const place = new Map(labels.map((label, at) => [label, at]))
  return { labels, groups: new Map(named.map(([id, group]) => [id, place.get(group) ?? 0])) }
}

/** A list of participants: `["3", 7, …]`. */
export async function readParticipants(file: string): Promise<string[]> {
  const told = await readJson(file)
  if (Array.isArray(told) && told.every(isLabel)) return told.map(String)
  throw problemIn(file, undefined, 'A list of participants is ["3", "7", …].')
}
