import { deliberationAddress } from '../../deliberations/model.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { foldVotes } from '../../mathematics/fold-votes.ts'
import { mapOpinions } from '../../mathematics/map-opinions.ts'
import type { VoteLog } from '../../mathematics/vote-log.ts'
import { readMatrix } from '../../opinions/compute-map.ts'
import { previousOf } from '../../opinions/start.ts'
import { findStart, type OpinionsDb } from '../../opinions/store.ts'
import type { ToldConversation, ToldStatement } from '../../polis-files/make-tables.ts'
import { VoteBook } from '../../polis-files/vote-book.ts'
import { withPublicWords } from '../../statements/read-statements.ts'
import { listStatements } from '../../statements/store.ts'
import { listLog } from '../../voting/exporting/store.ts'
import { listNames, type Names } from './store.ts'

const AT_A_TIME = 10_000

/** What was imported keeps the names it had; all else goes by its number. */
const calledBy = (names: ReadonlyMap<number, string>, number: number) => names.get(number) ?? String(number)

/** Every vote on what is posted, re-votes too, under the numbers of participants and statements. */
async function readLog(db: OpinionsDb, { deliberation }: Seen, names: Names): Promise<VoteLog> {
  const book = new VoteBook()
  for (let [after, more] = [0, true]; more; ) {
    const rows = await listLog(db, deliberation.id, after, AT_A_TIME)
    for (const { participant, statement, value, at } of rows)
      book.add(
        calledBy(names.participants, participant),
        calledBy(names.statements, statement),
        value,
        at.getTime(),
      )
    after = rows.at(-1)?.place ?? after
    more = rows.length === AT_A_TIME
  }
  return book.log()
}

/** The statements that are posted; one that was reworded is out, as its votes count no more. */
async function readStatements(
  db: OpinionsDb,
  { deliberation }: Seen,
  names: Names,
): Promise<ToldStatement[]> {
  const listed = await listStatements(db, { deliberation: deliberation.id, states: ['posted'] })
  return (await withPublicWords(db, listed)).map(({ number, at, replacedBy, text }) => ({
    ...{ id: calledBy(names.statements, number), author: '', at: at.getTime(), text },
    moderated: replacedBy === undefined ? (names.moderated.get(number) ?? 1) : -1,
  }))
}

/** The opinion group of each participant, by their numbers: found as the map finds them, from where it stands. */
async function readGroups(
  db: OpinionsDb,
  { deliberation: { id } }: Seen,
  names: Names,
): Promise<Map<string, number>> {
  const [matrix, start] = [await readMatrix(db, id), await findStart(db, id)]
  if (matrix.participants.length === 0) return new Map()
  const { participants, groups } = mapOpinions(matrix, { previous: start && previousOf(start) })
  return new Map(
    participants.map((one, row) => [calledBy(names.participants, Number(one)), groups.of[row] ?? -1]),
  )
}

/** All of a deliberation that the public may have, as Polis tells of a conversation. */
export async function gather(db: OpinionsDb, seen: Seen, origin: string): Promise<ToldConversation> {
  const { deliberation, process } = seen
  const names = await listNames(db, deliberation.id)
  const [log, statements, groups] = [
    await readLog(db, seen, names),
    await readStatements(db, seen, names),
    await readGroups(db, seen, names),
  ]
  return {
    ...{ topic: deliberation.title, description: deliberation.intro, log, statements },
    url: `${origin}${deliberationAddress(process.slug, deliberation.number)}`,
    groupOf: Int32Array.from(foldVotes(log).participants, (id) => groups.get(id) ?? -1),
  }
}
