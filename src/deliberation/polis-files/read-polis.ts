import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { VoteLog } from '../mathematics/vote-log.ts'
import { kindOf, type PolisKind, problemIn } from './model.ts'
import { openTable } from './open-table.ts'
import { type PolisList, readList, takeList } from './read-list.ts'
import { type Gathered, takeTable } from './read-tables.ts'
import { VoteBook } from './vote-book.ts'

export interface PolisConversation {
  /** Every vote, re-votes too, in the order of the files. */
  log: VoteLog
  /** Statements that say nothing on the map: moderated out, or about the voters themselves. */
  moderatedOut: ReadonlySet<string>
  meta: ReadonlySet<string>
}

interface Found {
  file: string
  kind: PolisKind | undefined
  list?: PolisList
}

const isJson = (file: string) => file.toLowerCase().endsWith('.json')

async function look(file: string): Promise<Found> {
  if (isJson(file)) {
    const list = await readList(file)
    return { file, kind: list.kind, list }
  }
  const { columns, rows } = await openTable(file)
  await rows[Symbol.asyncIterator]().return?.()
  return { file, kind: kindOf(columns) }
}

/** The files of an export folder, or the file itself; in a folder, files that are no Polis files are passed over. */
async function filesAt(path: string): Promise<Found[]> {
  if (!(await stat(path)).isDirectory()) {
    const found = await look(path)
    if (found.kind) return [found]
    throw problemIn(
      path,
      undefined,
      'By its columns this is no Polis file of votes, participants, statements or summary.',
    )
  }
  const names = (await readdir(path)).filter((name) => /\.(csv|json)$/i.test(name)).sort()
  const found: Found[] = []
  for (const name of names) found.push(await look(join(path, name)))
  return found.filter(({ kind }) => kind !== undefined)
}

const votesIn = (kind: PolisKind | undefined) => kind === 'votes' || kind === 'participants'

const heldBy = { votes: 'The votes', participants: 'The participants' } as const

/** Of several logs of the same votes, or tables of who took part, one is enough: two conversations are never merged. */
function onlyOne(found: readonly Found[], kind: keyof typeof heldBy): void {
  const [first, second] = found.filter((one) => one.kind === kind)
  if (first && second)
    throw problemIn(
      second.file,
      undefined,
      `${heldBy[kind]} are in ${first.file} already. Name one of the two.`,
    )
}

/**
 * Reads the files of a Polis conversation: an export folder, or single files in any order. Files are known by
 * their columns (`comments.csv`, `votes.csv`, `participants-votes.csv`, `summary.csv`) or keys (`votes.json`,
 * `comments.json`). Where there is a log of votes it is what counts, and a participants’ table only says who took part.
 * @throws PolisProblem with a sentence for whoever sent the files
 */
export async function readPolis(paths: readonly string[]): Promise<PolisConversation> {
  const found: Found[] = []
  for (const path of paths) found.push(...(await filesAt(path)))
  if (!found.some(({ kind }) => votesIn(kind)))
    throw problemIn(paths.join(', '), undefined, 'There are no votes in it.')
  onlyOne(found, 'votes')
  onlyOne(found, 'participants')
  const hasLog = found.some(({ kind }) => kind === 'votes')
  const gathered: Gathered = { book: new VoteBook(), moderatedOut: new Set(), meta: new Set() }
  for (const { file, kind, list } of found) {
    if (list) takeList(gathered, file, list)
    else if (kind) await takeTable(gathered, { file, kind, hasLog, table: await openTable(file) })
  }
  const { book, moderatedOut, meta } = gathered
  return { log: book.log(), moderatedOut, meta }
}
