import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { MapDb, MapTx } from '../services.ts'
import { deletePublished, insertPublished } from './store.ts'

type About = Pick<RequestForComment, 'id' | 'processId'>
type Change = (tx: MapTx) => Promise<boolean>

/** Changes whether a map is published, and says so on the record; a second press changes nothing and says nothing. */
async function change(
  db: MapDb,
  { person: by }: Actor,
  about: About,
  at: Instant,
  kind: string,
  act: Change,
) {
  await db.transaction().execute(async (tx) => {
    if (!(await act(tx))) return
    const ref = { kind: 'request', id: about.id }
    await append(tx, { kind, about: ref, process: about.processId, by, at })
  })
}

/** Shows the map of a request to everyone, as it is and as it changes. */
export const publishMap = (db: MapDb, actor: Actor, about: About, at: Instant): Promise<void> =>
  change(db, actor, about, at, 'position-map-published', (tx) => insertPublished(tx, about.id, at))

export const takeMapBack = (db: MapDb, actor: Actor, about: About, at: Instant): Promise<void> =>
  change(db, actor, about, at, 'position-map-taken-back', (tx) => deletePublished(tx, about.id))
