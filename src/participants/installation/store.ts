import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import type { InstallationTables } from './tables.ts'

export interface Installation {
  name: string
  convenor: OrganisationId
}

/** Nothing until the installation is founded. */
export async function findInstallation(db: Db<InstallationTables>): Promise<Installation | undefined> {
  return db.selectFrom('participants.installation').select(['name', 'convenor']).executeTakeFirst()
}

/** Founds it once: of two who try at the same moment, one does. */
export async function insertInstallation(
  tx: Tx<InstallationTables>,
  { name, convenor }: Installation,
  by: PersonId,
  at: Instant,
): Promise<boolean> {
  const founded = await tx
    .insertInto('participants.installation')
    .values({ name, convenor, founded_at: at, founded_by: by })
    .onConflict((conflict) => conflict.column('only_one').doNothing())
    .executeTakeFirst()
  return founded.numInsertedOrUpdatedRows === 1n
}
