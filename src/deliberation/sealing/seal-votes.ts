import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { append, appendLeaf, proveEach } from '../../record/index.ts'
import { quotedNumber } from '../deliberations/model.ts'
import type { VotingDb } from '../voting/services.ts'
import { batchPart } from './batch-part.ts'
import { insertBatch, listUnsealed, listWaitingVotes, maySeal } from './store.ts'

/** So many votes make one batch at most. */
const MOST = 5000

/**
 * Puts the votes that wait into batches: of each deliberation one leaf of the log with the root of their hashes, and one
 * entry. A crash before it leaves them waiting; answers how many were sealed, or that another process is at it.
 */
export function sealVotes(db: VotingDb, at: Instant): Promise<number | 'elsewhere'> {
  return db.transaction().execute(async (tx) => {
    if (!(await maySeal(tx))) return 'elsewhere'
    let sealed = 0
    for (const { deliberation, number, process, prefix } of await listUnsealed(tx)) {
      const votes = await listWaitingVotes(tx, deliberation, MOST)
      const { root } = proveEach(votes.map(({ hash }) => hash))
      const parts = [batchPart(votes.length, root)]
      const named = { number: quotedNumber(prefix, number), process }
      const { leaf } = await appendLeaf(tx, { kind: 'votes-cast', ...named, received: at, parts })
      const ids = votes.map(({ id }) => id)
      await insertBatch(tx, {
        id: newId<'batch'>(at.getTime()),
        deliberation,
        at,
        root,
        leaf: leaf.id,
        votes: ids,
      })
      const about = { kind: 'deliberation', id: deliberation }
      const detail = { votes: votes.length, root: root.toString('base64'), leaf: leaf.id }
      await append(tx, { kind: 'votes-cast', about, process, at, detail })
      sealed += votes.length
    }
    return sealed
  })
}
