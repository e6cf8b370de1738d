import type { Id } from '../platform/id.ts'

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>

/** `operator` is whoever runs the command line on the machine itself. */
export const roles = [
  'anyone',
  'signed-in',
  'operator',
  'administrator',
  'secretariat',
  'chair',
  'rapporteur',
  'analyst',
  'moderator',
  'member',
] as const
export type Role = (typeof roles)[number]

/** Who acts; a guest has no person. Roles are held everywhere or in one process. */
export interface Actor {
  person: PersonId | undefined
  name: string
  everywhere: ReadonlySet<Role>
  inProcess: ReadonlyMap<string, ReadonlySet<Role>>
}

export const guest: Actor = { person: undefined, name: '', everywhere: new Set(), inProcess: new Map() }
export const operator: Actor = { ...guest, name: 'operator', everywhere: new Set(['operator']) }

/** How the actor stands to the thing: `holder` came with its comment key or resume code, `own` made it. */
export type Relation = 'any' | 'own' | 'holder'

/** One permission: data, so that it can be listed, shown to people, and tested cell by cell. */
export interface PolicyRow {
  action: string
  relation: Relation
  roles: readonly Role[]
  stages: readonly string[] | 'every'
}

/** Where an act happens and how the actor stands to what it is about. */
export interface Circumstances {
  process?: string | undefined
  stage?: string | undefined
  relations?: readonly Relation[] | undefined
}

function holds(actor: Actor, role: Role, process: string | undefined): boolean {
  if (role === 'anyone') return true
  if (role === 'signed-in') return actor.person !== undefined
  if (actor.everywhere.has(role)) return true
  return process !== undefined && (actor.inProcess.get(process)?.has(role) ?? false)
}

/** Default deny: an act is allowed when some row of the policy table says so, and only then. */
export function decide(
  policy: readonly PolicyRow[],
  actor: Actor,
  action: string,
  { process, stage, relations = [] }: Circumstances = {},
): boolean {
  return policy.some(
    (row) =>
      row.action === action &&
      (row.relation === 'any' || relations.includes(row.relation)) &&
      (row.stages === 'every' || (stage !== undefined && row.stages.includes(stage))) &&
      row.roles.some((role) => holds(actor, role, process)),
  )
}
