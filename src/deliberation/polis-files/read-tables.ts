import { aboutParticipants, columnOf, namesOf, type PolisKind, problemIn } from './model.ts'
import type { OpenTable, PolisRow } from './open-table.ts'
import { idIn, isModeratedOut, timeIn, truthIn, voteIn } from './read-values.ts'
import type { VoteBook } from './vote-book.ts'

/** What is gathered from one or several files. */
export interface Gathered {
  book: VoteBook
  moderatedOut: Set<string>
  meta: Set<string>
}

/** One row under the names of its columns. */
interface Named {
  cell(names: readonly string[]): unknown
  place: { file: string; row: number }
}

/** One vote of a log. */
export function takeVote({ book }: Gathered, { cell, place }: Named): void {
  const [who, what] = [
    idIn(cell(namesOf.participant), 'participant', place),
    idIn(cell(namesOf.statement), 'statement', place),
  ]
  book.add(who, what, voteIn(cell(namesOf.vote), place), timeIn(cell(namesOf.time), place))
}

/** What is said of one statement: whether it is out, and whether it is about the voters themselves. */
export function takeStatement({ moderatedOut, meta }: Gathered, { cell, place }: Named): void {
  const id = idIn(cell(namesOf.statement), 'statement', place)
  const aboutVoters = truthIn(cell(namesOf.meta), place)
  if (aboutVoters) meta.add(id)
  if (aboutVoters || isModeratedOut(cell(namesOf.moderated), place)) moderatedOut.add(id)
}

/** Refuses a row that has lost cells, as the last of a cut file has, or has some under no heading. */
function assertWhole(file: string, columns: readonly string[], { row, cells }: PolisRow): void {
  if (cells.length >= columns.length && cells.slice(columns.length).every((cell) => cell === '')) return
  const sentence = `The row has ${cells.length} cells and the heading ${columns.length}. Is the file complete?`
  throw problemIn(file, row, sentence)
}

async function eachNamed(
  file: string,
  { columns, rows }: OpenTable,
  take: (row: Named) => void,
): Promise<void> {
  const places = new Map<readonly string[], number>()
  const placeOf = (names: readonly string[]) => {
    const known = places.get(names) ?? columnOf(columns, ...names)
    places.set(names, known)
    return known
  }
  for await (const line of rows) {
    assertWhole(file, columns, line)
    take({ cell: (names) => line.cells[placeOf(names)], place: { file, row: line.row } })
  }
}

interface Asked {
  file: string
  who: number
  statements: readonly (readonly [number, string])[]
  /** Whether votes count from here, or only who took part. */
  counts: boolean
}

function takeParticipant(
  { book }: Gathered,
  { row, cells }: PolisRow,
  { file, who, statements, counts }: Asked,
): void {
  const place = { file, row }
  const id = idIn(cells[who], 'participant', place)
  book.know(id)
  if (!counts) return
  for (const [at, statement] of statements) {
    const cell = cells[at]?.trim() ?? ''
    if (cell !== '') book.add(id, statement, voteIn(cell, place), undefined)
  }
}

/** A table of a row a participant and a column a statement; where there is a log as well, only who took part. */
async function takeParticipants(
  gathered: Gathered,
  file: string,
  { columns, rows }: OpenTable,
  counts: boolean,
) {
  const who = columnOf(columns, 'participant', 'participant-id')
  const statements = [...columns.entries()].filter(
    ([, name]) => name !== '' && !aboutParticipants.has(name) && /^\d+$/.test(name),
  )
  const twice = statements.find(([at, name]) => columns.indexOf(name) !== at)
  if (twice) throw problemIn(file, undefined, `The column ${twice[1]} is there twice.`)
  for await (const row of rows) {
    assertWhole(file, columns, row)
    takeParticipant(gathered, row, { file, who, statements, counts })
  }
}

/** Reads a table into what is gathered. `hasLog`: whether the votes come from a log, and not from the participants’ table. */
export async function takeTable(
  gathered: Gathered,
  { file, kind, table, hasLog }: { file: string; kind: PolisKind; table: OpenTable; hasLog: boolean },
): Promise<void> {
  if (kind === 'votes') await eachNamed(file, table, (row) => takeVote(gathered, row))
  if (kind === 'comments') await eachNamed(file, table, (row) => takeStatement(gathered, row))
  if (kind === 'participants') await takeParticipants(gathered, file, table, !hasLog)
}
