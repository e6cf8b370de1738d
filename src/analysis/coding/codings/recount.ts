import type { Tx } from '../../../platform/db/index.ts'
import { countedOf, type ExcerptId } from '../model.ts'
import type { CodingTables } from '../tables.ts'
import { listCodings, setCounted } from './store.ts'

/** Finds anew which coding of each excerpt counts; whoever writes one calls it in the same transaction. */
export async function recount(tx: Tx<CodingTables>, excerpts: readonly ExcerptId[]): Promise<void> {
  if (excerpts.length === 0) return
  const codings = Map.groupBy(await listCodings(tx, excerpts), ({ excerpt }) => excerpt)
  const counted = [...codings.values()].flatMap((all) => countedOf(all) ?? [])
  await setCounted(tx, excerpts, counted)
}
