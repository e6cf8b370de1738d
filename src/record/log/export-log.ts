import type { Db, Tx } from '../../platform/db/index.ts'
import { Unavailable } from '../../platform/errors.ts'
import { entryOf, type LeafId } from '../proof/leaf.ts'
import type { SigningKey } from '../proof/note.ts'
import { signedHead } from './signed-head.ts'
import {
  type CheckpointRow,
  type LoggedLeaf,
  listCheckpoints,
  listCheckpointsFrom,
  listLoggedFrom,
  listSalts,
  listTiles,
  listWaiting,
} from './store.ts'
import type { LogTables } from './tables.ts'

/** Words that the public may read, by their part's number in the leaf. */
export interface PublishedPart {
  part: number
  text: string
}

/** A comment as the docket shows it; the audit holds it against the log. */
export interface ExportedComment {
  leaf: LeafId
  number: string
  status: 'screening' | 'posted' | 'withheld' | 'withdrawn' | 'superseded' | 'erased'
}

/** What a vote hashes to, and its place in the batch of a leaf. */
export interface ExportedVote {
  leaf: LeafId
  place: number
  hash: string
}

/** What the rooms above know and the log does not: published words, and what became of each comment. */
export interface ExportSource<Tables extends LogTables> {
  published(tx: Tx<Tables>, leaves: readonly LeafId[]): Promise<ReadonlyMap<LeafId, readonly PublishedPart[]>>
  /** Comments after the one given, in a fixed order; an empty page ends them. */
  comments(tx: Tx<Tables>, after: LeafId | undefined, limit: number): Promise<readonly ExportedComment[]>
  /** Votes of the batches that leaves tell of, batch by batch and in their order. */
  votes?(tx: Tx<Tables>): AsyncIterable<ExportedVote>
}

export type WriteLine = (line: string) => Promise<void> | void

const page = 1000
const tries = 20

/** Reads at one moment of the database at which every leaf has its place, so that state and log tell the same. */
export async function whenSettled<Tables extends LogTables, Result>(
  db: Db<Tables>,
  read: (tx: Tx<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const done = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        if ((await listWaiting(logOf(tx), 1)).length > 0) return undefined
        return { result: await read(tx) }
      })
    if (done) return done.result
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Unavailable('Leaves wait for their place in the log.')
}

/** Writes what `verify.mjs audit` reads, one JSON object a line, all of one moment of the database. */
export function exportLog<Tables extends LogTables>(
  db: Db<Tables>,
  key: SigningKey,
  source: ExportSource<Tables>,
  write: WriteLine,
): Promise<void> {
  return whenSettled(db, (tx) => exportSettled(tx, key, source, write))
}

/** The same within a moment that others read too. */
export async function exportSettled<Tables extends LogTables>(
  tx: Tx<Tables>,
  key: SigningKey,
  source: ExportSource<Tables>,
  write: WriteLine,
): Promise<void> {
  const log = logOf(tx)
  const [head] = await listCheckpoints(log, 1)
  const line = (type: string, fields: object) => write(JSON.stringify({ type, ...fields }))
  await line('log', {
    format: 'parley-export-1',
    key: key.verifier,
    checkpoint: (await signedHead(log)) ?? '',
  })
  for await (const checkpoint of checkpoints(log)) await line('checkpoint', checkpoint)
  for (const { level, n, hashes } of await listTiles(log))
    await line('tile', { level, n, hashes: hashes.toString('base64') })
  for await (const leaf of exportedLeaves(tx, source)) await line('leaf', leaf)
  for await (const comment of comments(tx, source)) await line('comment', comment)
  for await (const vote of source.votes?.(tx) ?? []) await line('vote', vote)
  await line('end', { leaves: head?.size ?? 0 })
}

/** The log's own tables among those of the rooms above. */
const logOf = (tx: unknown) => tx as Db<LogTables>

async function* checkpoints(db: Db<LogTables>): AsyncGenerator<CheckpointRow> {
  for (let size: number | undefined = 0; size !== undefined; ) {
    const rows: CheckpointRow[] = await listCheckpointsFrom(db, size, page)
    yield* rows
    const last = rows.at(-1)
    size = last && last.size + 1
  }
}

async function* comments<Tables extends LogTables>(
  tx: Tx<Tables>,
  source: ExportSource<Tables>,
): AsyncGenerator<ExportedComment> {
  let after: LeafId | undefined
  for (let rows = await source.comments(tx, after, page); rows.length > 0; ) {
    yield* rows
    after = rows.at(-1)?.leaf
    rows = await source.comments(tx, after, page)
  }
}

/** Every row that claims a place, also one beyond the checkpoint: that is for the audit to find. */
async function* exportedLeaves<Tables extends LogTables>(tx: Tx<Tables>, source: ExportSource<Tables>) {
  const log = logOf(tx)
  for (let start: number | undefined = 0; start !== undefined; ) {
    const leaves: LoggedLeaf[] = await listLoggedFrom(log, start, page)
    const ids = leaves.map(({ id }) => id)
    const published = await source.published(tx, ids)
    const salts = new Map((await listSalts(log, ids)).map((row) => [row.leaf_id, row]))
    for (const leaf of leaves) yield exportedLeaf(leaf, salts.get(leaf.id), published.get(leaf.id) ?? [])
    const last = leaves.at(-1)
    start = last && last.index + 1
  }
}

function exportedLeaf(
  { id, index, body, logged }: LoggedLeaf,
  salt: LogTables['record.salt'] | undefined,
  published: readonly PublishedPart[],
) {
  const openings = published.flatMap(({ part, text }) => {
    const [label, bytes] = [salt?.labels[part - 1], salt?.salts[part - 1]]
    return bytes ? [{ part, label, salt: bytes.toString('base64'), text }] : []
  })
  return { index, id, entry: entryOf(body, logged), openings }
}
