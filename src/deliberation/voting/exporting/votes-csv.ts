import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../../platform/text/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { VotingDb } from '../services.ts'
import { type LoggedRow, listLog } from './store.ts'

const columns = ['at', 'participant', 'statement', 'vote', 'matters', 'counts', 'reason']
const AT_A_TIME = 10_000

const lineOf = (row: LoggedRow) => [
  ...[row.at.toISOString(), row.participant, row.statement, row.value],
  ...[row.matters ? 1 : 0, row.counts ? 1 : 0, row.reason ?? ''],
]

/** Each vote that was ever cast, with a number in place of whoever cast it; a piece at a time. */
export function votesCsv(db: VotingDb, deliberation: DeliberationId): Readable {
  return Readable.from(pieces(db, deliberation))
}

async function* pieces(db: VotingDb, deliberation: DeliberationId): AsyncGenerator<string> {
  yield `\ufeff${stringify([columns])}`
  for (let [after, more] = [0, true]; more; ) {
    const rows = await listLog(db, deliberation, after, AT_A_TIME)
    if (rows.length > 0) yield stringify(rows.map(lineOf), { cast: { string: harmlessCell } })
    after = rows.at(-1)?.place ?? after
    more = rows.length === AT_A_TIME
  }
}
