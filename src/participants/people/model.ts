import type { PersonId, Role } from '../model.ts'

export interface Person {
  id: PersonId
  name: string
  email: string
}

export const givenRoles = [
  'administrator',
  'secretariat',
  'chair',
  'rapporteur',
  'analyst',
  'moderator',
  'member',
] as const satisfies readonly Role[]
export type GivenRole = (typeof givenRoles)[number]

/** A role held in one process, or everywhere where none is named. */
export interface HeldRole {
  role: GivenRole
  process: string | undefined
}

export interface ListedPerson extends Person {
  roles: HeldRole[]
}
