import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { PersonId } from '../model.ts'
import type { Interest, InterestId } from './model.ts'
import { closeInterest, insertInterest } from './store.ts'
import type { InterestTables } from './tables.ts'

type Declaring = Services<InterestTables & RecordTables>

/** From now on it stands beside what the person does; what was said before keeps what was declared then. */
export async function declareInterest(
  { db, clock }: Declaring,
  person: PersonId,
  interest: Interest,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    const id: InterestId = newId(at.getTime())
    await insertInterest(tx, { ...interest, id, person }, at)
    await append(tx, { kind: 'interest-declared', about: { kind: 'interest', id }, by: person, at })
  })
}

export async function endInterest({ db, clock }: Declaring, person: PersonId, id: InterestId): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    if (!(await closeInterest(tx, { id, person }, at))) return
    await append(tx, { kind: 'interest-ended', about: { kind: 'interest', id }, by: person, at })
  })
}
