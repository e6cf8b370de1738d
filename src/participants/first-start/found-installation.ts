import { newId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import { insertInstallation } from '../installation/store.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import { insertOrganisation } from '../organisations/store.ts'
import { insertPerson, insertRole } from '../people/store.ts'
import { startSession } from '../sign-in/start-session.ts'
import type { ParticipantsTables } from '../tables.ts'

export interface Founding {
  /** What the installation is called. */
  installation: string
  /** The organisation that calls its processes. */
  convenor: string
  group: string
  name: string
  email: string
}

export type Founded = { session: string } | { refused: 'founded-already' }

/** Makes the first administrator and the convenor, and signs the administrator in: once in an installation's life. */
export async function foundInstallation(
  { db, clock }: Services<ParticipantsTables & RecordTables>,
  { installation, convenor, group, name, email }: Founding,
  browser: string,
): Promise<Founded> {
  return db.transaction().execute(async (tx): Promise<Founded> => {
    const at = clock.now()
    const by: PersonId = newId(at.getTime())
    const organisation: OrganisationId = newId(at.getTime())
    if (!(await insertInstallation(tx, { name: installation, convenor: organisation }, by, at))) {
      return { refused: 'founded-already' }
    }
    const person = { kind: 'person', id: by }
    await insertPerson(tx, { id: by, name, email: email.toLowerCase() }, at)
    await append(tx, { kind: 'person-signed-up', about: person, by, at })
    await insertOrganisation(tx, { id: organisation, name: convenor, group }, by, at)
    await append(tx, {
      kind: 'organisation-added',
      about: { kind: 'organisation', id: organisation },
      by,
      at,
    })
    for (const role of ['administrator', 'secretariat'] as const) {
      await insertRole(tx, by, { role, process: undefined }, by, at)
      await append(tx, { kind: 'role-given', about: person, by, at, detail: { role } })
    }
    await append(tx, { kind: 'installation-founded', about: person, by, at })
    return { session: await startSession(tx, by, browser, at) }
  })
}
