import {
  type Actor,
  findPerson,
  listRepresentations,
  type OrganisationId,
  speaksNow,
} from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Deliberation, plainAddress } from './model.ts'
import type { DeliberationsDb } from './services.ts'
import { isAllowed } from './store.ts'

/** Whether somebody belongs to those who may vote, and for whom they would. */
export type Standing =
  | { may: true; organisation: OrganisationId | undefined }
  | { may: false; why: 'sign-in' | 'not-representative' | 'not-listed' }

const asThemselves: Standing = { may: true, organisation: undefined }

/** Asks the rule that was announced, and nothing else. */
export async function standingOf(
  db: DeliberationsDb,
  { id, electorate }: Pick<Deliberation, 'id' | 'electorate'>,
  { person }: Pick<Actor, 'person'>,
  now: Instant,
): Promise<Standing> {
  if (electorate === 'anyone') return asThemselves
  if (person === undefined) return { may: false, why: 'sign-in' }
  if (electorate === 'confirmed-email') return asThemselves
  if (electorate === 'representatives') {
    const spoken = (await listRepresentations(db, { person })).find((one) => speaksNow(one, now))
    return spoken
      ? { may: true, organisation: spoken.organisation }
      : { may: false, why: 'not-representative' }
  }
  const email = (await findPerson(db, person))?.email ?? ''
  return (await isAllowed(db, id, plainAddress(email))) ? asThemselves : { may: false, why: 'not-listed' }
}
