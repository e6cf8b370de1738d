import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { RequestForComment } from '../model.ts'
import type { RequestsTables } from '../tables.ts'
import type { Paper, PaperId } from './model.ts'
import { deletePaper, insertPaper } from './store.ts'

export type Changed = { changed: PaperId } | { refused: 'already-published' }
type Tables = RequestsTables & RecordTables
type Request = Pick<RequestForComment, 'id' | 'processId'>

export async function addPaper(
  db: Db<Tables>,
  actor: Actor,
  { id, processId }: Request,
  paper: Paper,
  now: Instant,
): Promise<Changed> {
  return db.transaction().execute(async (tx): Promise<Changed> => {
    if (!(await insertPaper(tx, id, paper))) return { refused: 'already-published' }
    const about = { kind: 'request', id }
    const detail = { paper: paper.id }
    await append(tx, { kind: 'paper-added', about, process: processId, by: actor.person, at: now, detail })
    return { changed: paper.id }
  })
}

export async function removePaper(
  db: Db<Tables>,
  actor: Actor,
  { id, processId }: Request,
  paper: PaperId,
  now: Instant,
): Promise<Changed> {
  return db.transaction().execute(async (tx): Promise<Changed> => {
    if (!(await deletePaper(tx, id, paper))) return { refused: 'already-published' }
    const about = { kind: 'request', id }
    const detail = { paper }
    await append(tx, { kind: 'paper-removed', about, process: processId, by: actor.person, at: now, detail })
    return { changed: paper }
  })
}
