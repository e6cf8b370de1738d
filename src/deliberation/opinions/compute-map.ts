import { after, type Clock, type Instant } from '../../platform/time.ts'
import { type Arrivals, examine, leaveOut } from '../defence/examine.ts'
import { type Finding, flaggedOf, judge } from '../defence/model.ts'
import { findReport, forgetNetworks, listArrivals, listJudgments, saveReport } from '../defence/store.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import { foldVotes, type VoteMatrix } from '../mathematics/fold-votes.ts'
import { mapOpinions } from '../mathematics/map-opinions.ts'
import type { VoteLog } from '../mathematics/vote-log.ts'
import { type CountingVotes, listCountingVotes, listDeclared } from '../voting/exporting/store.ts'
import { previousOf, startOf } from './start.ts'
import { findStart, listStale, type OpinionsDb, type Stale, saveMap } from './store.ts'
import { sumUp } from './sum-up.ts'

/** Votes by the numbers of participants and statements. */
function logOf({ participants, statements, values }: CountingVotes): VoteLog {
  const [people, claims] = [numbered(participants), numbered(statements)]
  return {
    ...{ participants: people.ids, participant: people.places },
    ...{ statements: claims.ids, statement: claims.places, value: values },
  }
}

function numbered(numbers: Int32Array): { ids: string[]; places: Int32Array } {
  const known = new Map<number, number>()
  const places = numbers.map((one) => {
    const at = known.get(one) ?? known.size
    known.set(one, at)
    return at
  })
  return { ids: [...known.keys()].map(String), places }
}

/** The votes that count now. */
export const readMatrix = async (db: OpinionsDb, id: DeliberationId): Promise<VoteMatrix> =>
  foldVotes(logOf(await listCountingVotes(db, id)))

/** What looks coordinated now; of networks what was found before, once nobody can tell them any more. */
async function examineNow(
  db: OpinionsDb,
  { id, opens }: Stale,
  matrix: VoteMatrix,
  groupOf: Int32Array,
): Promise<Finding[]> {
  const arrivals: Arrivals = await listArrivals(db, id)
  const found = examine(matrix, groupOf, arrivals, opens)
  if (arrivals.networks.some((network) => network !== null)) return found
  const before = (await findReport(db, id))?.findings ?? []
  return [...found, ...before.filter(({ kind }) => kind === 'network')]
}

/** Computes one map anew from the votes that count now, with and without who is flagged. */
async function computeMap(db: OpinionsDb, stale: Stale, at: Instant): Promise<void> {
  const { id, counted } = stale
  const [matrix, declared, start] = [
    await readMatrix(db, id),
    await listDeclared(db, id),
    await findStart(db, id),
  ]
  const map = mapOpinions(matrix, { previous: start && previousOf(start) })
  const declaredOf = new Map(declared.flatMap(({ number, group }) => (group ? [[`${number}`, group]] : [])))
  const findings = await examineNow(db, stale, matrix, map.groups.of)
  const flagged = flaggedOf(judge(findings, await listJudgments(db, id)))
  const result = sumUp(matrix, map, declaredOf)
  const without = flagged.size > 0 ? withoutThem(leaveOut(matrix, flagged)) : undefined
  await db.transaction().execute(async (tx) => {
    await saveMap(tx, { id, counted, result, without, start: startOf(map) }, at)
    await saveReport(tx, id, { examinedAt: at, findings })
  })

  /** On the same axes, so that the two can be laid side by side. */
  function withoutThem(rest: VoteMatrix) {
    return sumUp(rest, mapOpinions(rest, { previous: map }), declaredOf)
  }
}

const DAY = 24 * 3_600_000

/** Computes all maps anew whose votes changed; answers how many. What goes wrong with one is told, and stops no other. */
export async function computeMaps(
  { db, clock }: { db: OpinionsDb; clock: Clock },
  log: (line: string) => void,
): Promise<number> {
  const stale = await listStale(db)
  for (const one of stale)
    await computeMap(db, one, clock.now()).catch((error) =>
      log(
        `The map of opinions of deliberation ${one.id} could not be computed: ${error instanceof Error ? error.message : error}`,
      ),
    )
  await db.transaction().execute((tx) => forgetNetworks(tx, after(clock.now(), -DAY)))
  return stale.length
}
