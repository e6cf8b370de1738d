import { type RawBuilder, sql, type Transaction } from 'kysely'
import { newId } from '../../src/platform/id.ts'
import type { LogTables } from '../../src/record/log/tables.ts'
import { newPrivateKey, signingKey, signNote } from '../../src/record/proof/note.ts'
import { pick, type Random, upTo } from './random.ts'
import { rewriteFrom } from './rewrite.ts'
import { key, type SampleLog } from './sample-log.ts'

type Tx = Transaction<LogTables>
/** One edit, made with all triggers off; answers how many rows it touched, none when it does not fit this log. */
export type Edit = (tx: Tx, random: Random, log: SampleLog) => Promise<number>

async function run(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(tx)).numAffectedRows ?? 0)
}

const somePlace = (random: Random, { size }: SampleLog) => upTo(random, size)

function twoPlaces(random: Random, log: SampleLog): readonly [number, number] {
  const first = somePlace(random, log)
  return [first, (first + 1 + upTo(random, log.size - 1)) % log.size]
}

/** Salts that open something public: of posted paragraphs, or of the reason for withholding. */
async function someSalt(tx: Tx, random: Random): Promise<{ leaf: string; part: number } | undefined> {
  const { rows } = await sql<{ leaf: string; part: number }>`
    select leaf_id as leaf, part from record.salt, generate_subscripts(labels, 1) as part
    where labels[1] = 'reason' or (part > 1 and exists (
      select 1 from record.leaf where body like '%kind comment-posted%' and body like '%about ' || leaf_id || '%'))
    order by leaf_id, part`.execute(tx)
  return rows.length > 0 ? pick(random, rows) : undefined
}

const onSalt =
  (statement: (leaf: string, part: number, random: Random) => RawBuilder<unknown>): Edit =>
  async (tx, random) => {
    const salt = await someSalt(tx, random)
    return salt ? run(tx, statement(salt.leaf, salt.part, random)) : 0
  }

async function swapLeaves(tx: Tx, [a, b]: readonly [number, number], withTime: boolean): Promise<number> {
  await sql`update record.leaf set index = -1 - index where index in (${a}, ${b})`.execute(tx)
  const time = withTime ? sql`, logged = other.logged` : sql``
  return run(
    tx,
    sql`update record.leaf set index = -1 - other.index ${time} from record.leaf other
      where leaf.index in (${-1 - a}, ${-1 - b}) and other.index = -2 - ${a}::bigint - ${b}::bigint - leaf.index`,
  )
}

async function cutAfter(tx: Tx, size: number): Promise<number> {
  const cut = await run(tx, sql`delete from record.leaf where index >= ${size}`)
  await sql`delete from record.checkpoint where size > ${size}`.execute(tx)
  await rewriteFrom(tx, size, { sign: false })
  return cut
}

const fakeBody = (kind: string) =>
  `parley/leaf/v1\nid ${newId(0)}\nkind ${kind}\nnumber FAKE-1\nprocess -\nreceived 2026-03-01T12:00:00.000Z\nabout -\nparts -\n`

const flip = (random: Random, bytes: string, length: number) => {
  const at = upTo(random, length)
  return sql`set_byte(${sql.raw(bytes)}, ${at}, get_byte(${sql.raw(bytes)}, ${at}) # ${1 + upTo(random, 255)})`
}

/** The check on places is taken off as well, so that two leaves can trade theirs. */
export const edits: Record<string, Edit> = {
  'change a letter of a leaf': (tx, random, log) => {
    const at = sql`${upTo(random, 150)}::int % length(body) + 1`
    return run(
      tx,
      sql`update record.leaf set body = overlay(body placing
        case when substring(body from ${at} for 1) = '7' then '8' else '7' end from ${at} for 1)
        where index = ${somePlace(random, log)}`,
    )
  },
  'change a leaf’s id': (tx, random, log) =>
    run(tx, sql`update record.leaf set id = ${newId(0)} where index = ${somePlace(random, log)}`),
  'change a commitment': (tx, random, log) =>
    run(
      tx,
      sql`update record.leaf set body = regexp_replace(body, 'commitment .', 'commitment -')
        where index = ${somePlace(random, log)} and body like '%commitment%'`,
    ),
  'change what became of a comment': (tx) =>
    run(
      tx,
      sql`update record.leaf set body = replace(body, 'comment-withheld', 'comment-withdrawn')
        where body like '%kind comment-withheld%'`,
    ),
  'change a salt': onSalt((leaf, part, random) => {
    const salt = `salts[${part}]`
    return sql`update record.salt set ${sql.raw(salt)} = ${flip(random, salt, 32)} where leaf_id = ${leaf}`
  }),
  'change a label': onSalt(
    (leaf, part) =>
      sql`update record.salt set ${sql.raw(`labels[${part}]`)} = ${sql.raw(`labels[${part}]`)} || ' '
        where leaf_id = ${leaf}`,
  ),
  'change a tile': (tx, random) =>
    run(
      tx,
      sql`update record.tile set hashes = ${flip(random, 'hashes', 32)}
        where (level, n) = (select level, n from record.tile order by random() limit 1)`,
    ),
  'change a checkpoint': (tx, random, { docket }) => {
    const letter = pick(random, ['0', 'A', 'b', '+'])
    const at = sql`${30 + upTo(random, 40 + (docket.received.length % 60))}::int`
    return run(
      tx,
      sql`update record.checkpoint set note = overlay(note placing ${letter} from ${at} for 1)
        where size = (select size from record.checkpoint order by random() limit 1)
          and substring(note from ${at} for 1) <> ${letter}`,
    )
  },
  'file a checkpoint under another size': (tx) =>
    run(
      tx,
      sql`update record.checkpoint set size = size + 100000
        where size = (select size from record.checkpoint order by random() limit 1)`,
    ),
  'delete a leaf': (tx, random, log) =>
    run(tx, sql`delete from record.leaf where index = ${somePlace(random, log)}`),
  'delete a leaf and close the gap': async (tx, random, log) => {
    const at = somePlace(random, log)
    const gone = await run(tx, sql`delete from record.leaf where index = ${at}`)
    await sql`update record.leaf set index = -index where index > ${at}`.execute(tx)
    await sql`update record.leaf set index = -index - 1 where index < 0`.execute(tx)
    return gone
  },
  'delete an opening': onSalt((leaf) => sql`delete from record.salt where leaf_id = ${leaf}`),
  'empty one salt': onSalt(
    (leaf, part) => sql`update record.salt set ${sql.raw(`salts[${part}]`)} = null where leaf_id = ${leaf}`,
  ),
  'delete a tile': (tx) =>
    run(
      tx,
      sql`delete from record.tile where (level, n) = (select level, n from record.tile order by random() limit 1)`,
    ),
  'delete a checkpoint': (tx) =>
    run(
      tx,
      sql`delete from record.checkpoint where size = (select size from record.checkpoint order by random() limit 1)`,
    ),
  'insert a leaf at the end': (tx, random, log) =>
    run(
      tx,
      sql`insert into record.leaf (id, body, index, logged) values (${newId(0)},
        ${fakeBody(pick(random, ['comment-received', 'comment-posted', 'request-published']))},
        ${log.size + upTo(random, 3) * 1000}, '2026-03-01T13:00:00Z')`,
    ),
  'insert a leaf in the middle': async (tx, random, log) => {
    const at = somePlace(random, log)
    await sql`update record.leaf set index = -index - 1 where index >= ${at}`.execute(tx)
    await sql`update record.leaf set index = -index where index < 0`.execute(tx)
    return run(
      tx,
      sql`insert into record.leaf (id, body, index, logged)
        select ${newId(0)}, ${fakeBody('request-published')}, ${at}, logged from record.leaf where index = ${at + 1}`,
    )
  },
  'insert a copy of a leaf': (tx, random, log) =>
    run(
      tx,
      sql`insert into record.leaf (id, body, index, logged)
        select ${newId(0)}, body, ${log.size}, logged from record.leaf where index = ${somePlace(random, log)}`,
    ),
  'insert a tile': (tx, random) =>
    run(
      tx,
      sql`insert into record.tile (level, n, hashes)
        select ${1 + upTo(random, 5)}, ${5 + upTo(random, 1000)}, hashes from record.tile where level = 0 and n = 0`,
    ),
  'insert a checkpoint signed by another key': (tx, random, log) => {
    const size = log.size + upTo(random, 9)
    const note = signNote(`${key.name}\n${size}\n${'A'.repeat(43)}=\n`, signingKey(key.name, newPrivateKey()))
    return run(
      tx,
      sql`insert into record.checkpoint (size, note) values (${size + 1}, ${note})
        on conflict (size) do update set note = excluded.note`,
    )
  },
  'swap two leaves': (tx, random, log) => swapLeaves(tx, twoPlaces(random, log), false),
  'swap two leaves with their times': (tx, random, log) => swapLeaves(tx, twoPlaces(random, log), true),
  'swap the openings of two leaves': onSalt(
    (leaf) =>
      sql`update record.salt set salts = other.salts, labels = other.labels from record.salt other
        where salt.leaf_id = ${leaf} and other.leaf_id = (
          select leaf_id from record.salt where leaf_id <> ${leaf} order by leaf_id limit 1)`,
  ),
  'back-date a leaf’s receipt': (tx, random, log) =>
    run(
      tx,
      sql`update record.leaf set body = replace(body, 'received 2026-03-01', 'received 2026-02-28')
        where index = ${somePlace(random, log)}`,
    ),
  'back-date when a leaf was logged': (tx, random, log) =>
    run(
      tx,
      sql`update record.leaf set logged = logged - ${1 + upTo(random, 100_000_000)} * interval '1 millisecond'
        where index = ${somePlace(random, log)}`,
    ),
  'back-date the whole log': (tx) => run(tx, sql`update record.leaf set logged = logged - interval '1 day'`),
  'truncate the leaves': (tx, _, log) => sql`truncate record.leaf cascade`.execute(tx).then(() => log.size),
  'truncate the openings': async (tx, random) =>
    (await someSalt(tx, random)) ? sql`truncate record.salt`.execute(tx).then(() => 1) : 0,
  'truncate the tiles': (tx) => sql`truncate record.tile`.execute(tx).then(() => 1),
  'truncate the checkpoints': (tx) => sql`truncate record.checkpoint cascade`.execute(tx).then(() => 1),
  'cut the end off': (tx, random, log) =>
    run(tx, sql`delete from record.leaf where index >= ${somePlace(random, log)}`),
  'set the whole log back to an earlier checkpoint': async (tx, random) => {
    const { rows } = await sql<{ size: number }>`select size from record.checkpoint order by size`.execute(tx)
    return cutAfter(tx, pick(random, rows.slice(0, -1)).size)
  },
  'rewrite the log with its own key': async (tx, random, log) => {
    const at = somePlace(random, log)
    const touched = await run(
      tx,
      sql`update record.leaf set body = replace(body, 'received 2026-03-01', 'received 2026-02-28')
        where index = ${at}`,
    )
    await rewriteFrom(tx, log.size, { sign: true })
    return touched
  },
}
