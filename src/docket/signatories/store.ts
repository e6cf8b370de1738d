import { sql } from 'kysely'
import type { OrganisationId, ParticipantsTables, PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { CommentId, Verification } from '../comments/model.ts'
import { MOST_SIGNATORIES, type SignatoryId, type SignatoryState } from '../comments/signatories/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { DAY, LETTERS, type Signature } from './model.ts'

function signatures(db: Db<CommentTables>) {
  return db
    .selectFrom('docket.signatory as signatory')
    .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
    .select(['signatory.id', 'signatory.name', 'signatory.country', 'signatory.email', 'signatory.state'])
    .select([
      'signatory.verification',
      'signatory.letters',
      'signatory.letter_due as letterDue',
      'signatory.reason',
    ])
    .select(['comment.id as comment', 'comment.number', 'comment.process_id as process'])
    .select('comment.leaf_id as leaf')
}

/** The signature that a link belongs to, unless its comment was withdrawn. */
export async function findByToken(db: Db<CommentTables>, hash: Buffer): Promise<Signature | undefined> {
  return signatures(db)
    .where('signatory.token_hash', '=', hash)
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.state', '<>', 'erased')
    .executeTakeFirst()
}

export async function findSignature(
  db: Db<CommentTables>,
  comment: CommentId,
  id: SignatoryId,
): Promise<Signature | undefined> {
  return signatures(db)
    .where('signatory.id', '=', id)
    .where('signatory.comment_id', '=', comment)
    .executeTakeFirst()
}

/** Every signature of a comment in its order, those that were erased left out. */
export async function listSignatures(db: Db<CommentTables>, comment: CommentId): Promise<Signature[]> {
  return signatures(db)
    .where('signatory.comment_id', '=', comment)
    .where('signatory.name', 'is not', null)
    .orderBy('signatory.position')
    .execute()
}

interface Changed {
  state: SignatoryState
  verification?: Verification
  organisation?: OrganisationId | undefined
  by?: PersonId | undefined
  reason?: string | undefined
}

/** Moves a signature on, if it stands as it must and its comment is not withdrawn; answers whether it did. */
export async function moveSignature(
  tx: Tx<CommentTables>,
  id: SignatoryId,
  from: readonly SignatoryState[],
  { state, verification, organisation, by, reason }: Changed,
  at: Instant,
): Promise<boolean> {
  const moved = await tx
    .updateTable('docket.signatory')
    .set({
      state,
      answered_at: at,
      letter_due: false,
      reason: reason ?? null,
      ...(verification && { verification, organisation: organisation ?? null, by_person: by ?? null }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .where('name', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('docket.comment as comment')
          .select('comment.id')
          .whereRef('comment.id', '=', 'docket.signatory.comment_id')
          .where('comment.withdrawn_at', 'is', null)
          .where('comment.state', '<>', 'erased'),
      ),
    )
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** Owes a signature one more letter, if one was sent, none is owed and there were not too many. */
export async function oweLetter(tx: Tx<CommentTables>, id: SignatoryId): Promise<boolean> {
  const owed = await tx
    .updateTable('docket.signatory')
    .set({ letter_due: true })
    .where('id', '=', id)
    .where('state', '=', 'named')
    .where('letter_due', '=', false)
    .where('email', 'is not', null)
    .where('letters', '<', LETTERS.forOneSignature)
    .executeTakeFirst()
  return owed.numUpdatedRows === 1n
}

export interface NewSignature {
  id: SignatoryId
  comment: CommentId
  name: string
  country: string | undefined
  email: string | undefined
  state: 'named' | 'joining'
}

/** Adds a signature behind the others, unless its comment is over, they are too many, or it is there already. */
export async function addSignature(
  tx: Tx<CommentTables & ParticipantsTables>,
  { id, comment, name, country, email, state }: NewSignature,
  at: Instant,
): Promise<'added' | 'too-many' | 'there' | 'closed'> {
  const { rows: standing } = await sql`select id from docket.comment where id = ${comment}
    and withdrawn_at is null and superseded_by is null and state <> 'erased' for update`.execute(tx)
  if (standing.length === 0) return 'closed'
  const { rows } = await sql<{ count: number; next: number; there: boolean }>`
    select count(*)::int as count, coalesce(max(position) + 1, 0)::int as next,
      coalesce(bool_or(lower(email) = lower(${email ?? null}::text)
        or (participants.plain_name(name) = participants.plain_name(${name}) and state <> 'removed')), false) as there
    from docket.signatory where comment_id = ${comment}`.execute(tx)
  const { count, next, there } = rows[0] ?? { count: 0, next: 0, there: false }
  if (there) return 'there'
  if (count >= MOST_SIGNATORIES) return 'too-many'
  const values = { id, comment_id: comment, position: next, in_leaf: false, name, state, added_at: at }
  await tx
    .insertInto('docket.signatory')
    .values({ ...values, country: country ?? null, email: email ?? null, letter_due: email !== undefined })
    .execute()
  return 'added'
}

/** Whoever asked to join and did not confirm the address is forgotten, so that another may ask with it. */
export async function forgetJoining(tx: Tx<CommentTables>, before: Instant): Promise<void> {
  await tx
    .deleteFrom('docket.signatory')
    .where('state', '=', 'joining')
    .where('added_at', '<', before)
    .execute()
}

export interface DueLetter {
  id: SignatoryId
  name: string
  email: string
  state: SignatoryState
  number: string
  sender: string | null
}

/** Signatures that are owed a letter, as far as one may go to their address and from the house now. */
export async function listDueLetters(
  tx: Tx<CommentTables>,
  now: Instant,
  most: number,
): Promise<DueLetter[]> {
  const { rows } = await sql<DueLetter>`
    select signatory.id, signatory.name, signatory.email, signatory.state, comment.number,
      coalesce(sender.organisation, sender.name) as sender
    from docket.signatory
    join docket.comment on comment.id = signatory.comment_id
    join docket.particulars as sender on sender.comment_id = comment.id
    where signatory.letter_due and signatory.name is not null and signatory.email is not null
      and comment.state in ('screening', 'posted') and comment.withdrawn_at is null
      and comment.superseded_by is null
      and (select count(*) from docket.signatory as other
        where lower(other.email) = lower(signatory.email)
          and other.letter_at > ${now}::timestamptz - make_interval(secs => ${DAY / 1000})
      ) < ${LETTERS.toOneAddressADay}
    order by signatory.id limit ${most}
    for update of signatory skip locked`.execute(tx)
  const first = new Map(rows.toReversed().map((row) => [row.email.toLowerCase(), row]))
  return rows.filter((row) => first.get(row.email.toLowerCase()) === row)
}

/** Whether one is owed a letter at all: asked often, and answered from an index that is mostly empty. */
export async function areLettersDue(db: Db<CommentTables>): Promise<boolean> {
  const due = db.selectFrom('docket.signatory').select('id').where('letter_due', '=', true).limit(1)
  return (await due.executeTakeFirst()) !== undefined
}

/** How many letters the house sent since then. */
export async function countLetters(tx: Tx<CommentTables>, since: Instant): Promise<number> {
  const { count } = await tx
    .selectFrom('docket.signatory')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('letter_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** A new link takes the place of the one before: never are two open for one signature. */
export async function markLetterSent(
  tx: Tx<CommentTables>,
  id: SignatoryId,
  token_hash: Buffer,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('docket.signatory')
    .set(({ ref }) => ({
      token_hash,
      letter_due: false,
      letter_at: at,
      letters: sql<number>`${ref('letters')} + 1`,
    }))
    .where('id', '=', id)
    .execute()
}

/** Which of these organisations goes by this name, however it is spelt. */
export async function findCalled(
  db: Db<ParticipantsTables>,
  name: string,
  among: readonly OrganisationId[],
): Promise<OrganisationId | undefined> {
  if (among.length === 0) return undefined
  const row = await db
    .selectFrom('participants.organisation_name')
    .select('organisation')
    .where('plain', '=', sql<string>`participants.plain_name(${name})`)
    .where('organisation', 'in', among)
    .executeTakeFirst()
  return row?.organisation
}

/** A comment as its sender, or who would join it, finds it by its number. */
export async function findOwn(db: Db<CommentTables>, number: string) {
  const row = await db
    .selectFrom('docket.comment as comment')
    .select(['comment.id', 'comment.number', 'comment.process_id as process'])
    .select(
      sql<boolean>`(withdrawn_at is not null or superseded_by is not null or state = 'erased')`.as('over'),
    )
    .where('comment.number', '=', number)
    .executeTakeFirst()
  return row
}

/** Those of these comments that are shown as joint ones. */
export async function listJoint(db: Db<CommentTables>, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.comment as comment')
    .select(['comment.id', 'comment.number', 'comment.request_id as request'])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.superseded_by', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.confidential', '=', false)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('docket.signatory as one')
          .select('one.id')
          .whereRef('one.comment_id', '=', 'comment.id')
          .where('one.state', 'in', ['named', 'confirmed']),
      ),
    )
    .execute()
}

/** The signatures under these comments, as far as they are shown, in the name of one of these organisations. */
export async function listSignedBy(
  db: Db<CommentTables & ParticipantsTables>,
  ids: readonly CommentId[],
  organisations: readonly OrganisationId[],
) {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('docket.signatory as signatory')
    .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
    .innerJoin('participants.organisation_name as known', (join) =>
      join.on('known.plain', '=', sql<string>`participants.plain_name(signatory.name)`),
    )
    .select(['signatory.id', 'signatory.name', 'signatory.state', 'comment.id as comment', 'comment.number'])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('signatory.state', 'in', ['named', 'confirmed'])
    .where('known.organisation', 'in', organisations)
    .execute()
  return rows.map((row) => ({ ...row, name: row.name ?? '' }))
}
