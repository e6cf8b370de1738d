import { after, type Clock, type Instant } from '../../platform/time.ts'
import { findReport, forgetNetworks, listArrivals, listJudgments, saveReport } from '../defence/store.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { listCountingVotes, listDeclared } from '../voting/exporting/store.ts'
import type { Given } from './compute-opinions.ts'
import { matrixOf } from './matrix-of.ts'
import { Patience } from './patience.ts'
import { findStart, listStale, type OpinionsDb, type Stale, saveMap } from './store.ts'
import { computeBeside } from './threads/compute-beside.ts'

/** The votes that count now. */
export const readMatrix = async (db: OpinionsDb, id: DeliberationId): Promise<VoteMatrix> =>
  matrixOf(await listCountingVotes(db, id))

async function gather(db: OpinionsDb, { id, opens }: Stale): Promise<Given> {
  const declared = await listDeclared(db, id)
  return {
    votes: await listCountingVotes(db, id),
    start: await findStart(db, id),
    declaredOf: new Map(declared.flatMap(({ number, group }) => (group ? [[`${number}`, group]] : []))),
    arrivals: await listArrivals(db, id),
    judgments: await listJudgments(db, id),
    before: (await findReport(db, id))?.findings ?? [],
    opens,
  }
}

/** Computes one map anew from the votes that count now, with and without who is flagged. */
async function computeMap(db: OpinionsDb, stale: Stale, at: Instant, stopping?: AbortSignal): Promise<void> {
  const { id, counted } = stale
  const { findings, ...computed } = await computeBeside(await gather(db, stale), stopping)
  await db.transaction().execute(async (tx) => {
    await saveMap(tx, { id, counted, ...computed }, at)
    await saveReport(tx, id, { examinedAt: at, findings })
  })
}

const DAY = 24 * 3_600_000

interface Turn {
  /** Knows which maps failed, from turn to turn. */
  patience?: Patience
  /** Once it is aborted, a map that is being computed is left as it was. */
  stopping?: AbortSignal
}

/**
 * Computes all maps anew whose votes changed; answers how many it took up. What goes wrong with one is told, stops no other, and
 * is tried ever more rarely.
 */
export async function computeMaps(
  { db, clock }: { db: OpinionsDb; clock: Clock },
  log: (line: string) => void,
  { patience = new Patience(), stopping }: Turn = {},
): Promise<number> {
  const stale = (await listStale(db)).filter(({ id }) => patience.mayTry(id, clock.now()))
  for (const one of stale) {
    if (stopping?.aborted) break
    try {
      await computeMap(db, one, clock.now(), stopping)
      patience.succeeded(one.id)
    } catch (error) {
      if (!stopping?.aborted) tellFailure(one.id, error)
    }
  }
  await db.transaction().execute((tx) => forgetNetworks(tx, after(clock.now(), -DAY)))
  return stale.length

  function tellFailure(id: DeliberationId, error: unknown): void {
    const again = patience.failed(id, clock.now()).toISOString()
    const why = error instanceof Error ? error.message : error
    log(
      `The map of opinions of deliberation ${id} could not be computed, and is tried again from ${again}: ${why}`,
    )
  }
}
