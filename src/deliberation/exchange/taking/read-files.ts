import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileStore } from '../../../platform/files/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { after, parseInstant } from '../../../platform/time.ts'
import { foldVotes } from '../../mathematics/fold-votes.ts'
import { inNumericOrder } from '../../mathematics/numeric-order.ts'
import type { VoteLog } from '../../mathematics/vote-log.ts'
import { columnOf, namesOf, PolisProblem, type PolisTable } from '../../polis-files/model.ts'
import { readPolis } from '../../polis-files/read-polis.ts'
import { readTables } from '../../polis-files/tables.ts'
import { MOST_STATEMENTS } from '../../statements/model.ts'
import type { ReadConversation, ReadStatement } from './conversation.ts'
import type { KeptFile, Told } from './model.ts'

/** The files under the names they came with, for as long as they are read. */
async function withFiles<Read>(
  store: FileStore,
  files: readonly KeptFile[],
  read: (folder: string) => Promise<Read>,
): Promise<Read> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-take-in-'))
  try {
    for (const { name, sha256 } of files) await symlink(store.pathOf(sha256), join(folder, name))
    return await read(folder)
  } catch (error) {
    if (!(error instanceof PolisProblem)) throw error
    throw new PolisProblem(error.message.replaceAll(`${folder}/`, '').replaceAll(folder, 'The files'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const moderation = (cell: string): ReadStatement['moderated'] => {
  const told = Number(cell.trim())
  return told === -1 || told === 1 ? told : 0
}

/** From 1970 until the year 10,000: what lies outside is no time of a vote. */
const LAST_TIME = 253_402_300_799_999
const isTime = (at: number) => at >= 0 && at <= LAST_TIME

function checkTimes({ at: times }: VoteLog): void {
  const odd = times?.find((at) => !isTime(at))
  if (odd !== undefined)
    throw new PolisProblem(`${odd} is no time of a vote. A time is in milliseconds since 1970.`)
}

/** The words of each statement, in the numeric order of their ids. */
function statementsIn({ columns, rows }: PolisTable): ReadStatement[] {
  const [id, text, moderated, time] = [
    columnOf(columns, ...namesOf.statement),
    columnOf(columns, 'comment-body', 'txt'),
    columnOf(columns, ...namesOf.moderated),
    columnOf(columns, ...namesOf.time),
  ]
  if (text < 0) throw new PolisProblem('The table of statements has no column comment-body with their words.')
  const all = rows.map((cells) => ({
    id: (cells[id] ?? '').trim(),
    text: cleanText(cells[text] ?? '')
      .text.replace(/\s+/gu, ' ')
      .trim(),
    moderated: moderation(cells[moderated] ?? ''),
    at: isTime(Number(cells[time])) ? Number(cells[time]) : 0,
  }))
  const seen = new Set<string>()
  for (const { id: one } of all) {
    if (seen.has(one)) throw new PolisProblem(`Statement ${one} stands twice in the table of statements.`)
    seen.add(one)
  }
  if (seen.size > MOST_STATEMENTS)
    throw new PolisProblem(`There are ${seen.size} statements. At most ${MOST_STATEMENTS} can be taken in.`)
  return all.filter((one) => one.text !== '').sort((a, b) => inNumericOrder(a.id, b.id))
}

/** Reads a Polis export. @throws PolisProblem with a sentence for whoever brought the files */
export function readFiles(store: FileStore, files: readonly KeptFile[]): Promise<ReadConversation> {
  return withFiles(store, files, async (folder) => {
    const { log } = await readPolis([folder])
    const tables = await readTables(folder)
    const comments = tables.get('comments')
    if (!comments)
      throw new PolisProblem('There is no table with the words of the statements (comments.csv).')
    if (log.value.length === 0) throw new PolisProblem('There are no votes in the files.')
    checkTimes(log)
    const topic = cleanText(tables.get('summary')?.columns[1] ?? '').text
    return { topic, statements: statementsIn(comments), log }
  })
}

const epoch = parseInstant('1970-01-01T00:00:00Z')
export const moment = (at: number) => after(epoch ?? raise(), at)

function raise(): never {
  throw new Error('There is no beginning of time.')
}

/** What a convenor has to know before it is taken in. */
export function tellOf({ topic, statements, log }: ReadConversation): Told {
  const known = new Set(statements.map(({ id }) => id))
  const wordless = new Set(log.statements.filter((id) => !known.has(id)))
  const wordlessVotes = log.statement.reduce(
    (sum, at) => sum + Number(wordless.has(log.statements[at] ?? '')),
    0,
  )
  const times = log.at ?? new Float64Array(log.value.length)
  return {
    topic,
    participants: log.participants.length,
    statements: statements.length,
    withheld: statements.filter(({ moderated }) => moderated === -1).length,
    votes: log.value.length,
    changed: log.value.length - foldVotes(log).value.length,
    ...{ wordless: wordless.size, wordlessVotes },
    from: moment(times.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)).toISOString(),
    until: moment(times.reduce((most, one) => Math.max(most, one), 0)).toISOString(),
  }
}
