import type { Clock } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import { foldVotes } from '../mathematics/fold-votes.ts'
import { mapOpinions } from '../mathematics/map-opinions.ts'
import type { VoteLog } from '../mathematics/vote-log.ts'
import { type CountingVotes, listCountingVotes, listDeclared } from '../voting/exporting/store.ts'
import { previousOf, startOf } from './start.ts'
import { findStart, listStale, type OpinionsDb, saveMap } from './store.ts'
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

/** Computes one map anew from the votes that count now. */
async function computeMap(db: OpinionsDb, id: DeliberationId, counted: string, clock: Clock): Promise<void> {
  const at = clock.now()
  const [votes, declared, start] = [
    await listCountingVotes(db, id),
    await listDeclared(db, id),
    await findStart(db, id),
  ]
  const matrix = foldVotes(logOf(votes))
  const map = mapOpinions(matrix, { previous: start && previousOf(start) })
  const result = sumUp(
    matrix,
    map,
    new Map(declared.flatMap(({ number, group }) => (group ? [[`${number}`, group]] : []))),
  )
  await db.transaction().execute((tx) => saveMap(tx, { id, counted, result, start: startOf(map) }, at))
}

/** Computes all maps anew whose votes changed; answers how many. What goes wrong with one is told, and stops no other. */
export async function computeMaps(
  { db, clock }: { db: OpinionsDb; clock: Clock },
  log: (line: string) => void,
): Promise<number> {
  const stale = await listStale(db)
  for (const { id, counted } of stale)
    await computeMap(db, id, counted, clock).catch((error) =>
      log(
        `The map of opinions of deliberation ${id} could not be computed: ${error instanceof Error ? error.message : error}`,
      ),
    )
  return stale.length
}
