import { type SqlBool, sql } from 'kysely'
import type { OrganisationId, ParticipantsTables } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { ClaimTables } from '../claims/tables.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'

export type OrganisationReading = Db<ClaimTables & CommentTables & RequestsTables & ParticipantsTables>

/** A comment shown in the name of an organisation. */
export interface InItsName {
  number: string
  sentAt: Instant
  docket: string
  title: string
  /** Who sent it, as it is shown. */
  name: string | undefined
  confirmed: boolean
  /** Its sender put another in its place since. */
  replaced: boolean
}

// Comments of one organisation are found by its name or by who vouched, then held against what the public may see.
const ofOrganisation = (organisation: OrganisationId) => sql`
  select vouched.comment_id as id, true as confirmed
  from docket.vouched
  join participants.organisation on organisation.id = vouched.organisation
  where coalesce(organisation.merged_into, organisation.id) = ${organisation}
  union all
  select sender.comment_id, false
  from participants.organisation_name as known
  join docket.particulars as sender
    on sender.organisation is not null and participants.plain_name(sender.organisation) = known.plain
  where known.organisation = ${organisation}
  union all
  select signatory.comment_id, true
  from docket.signatory
  join participants.organisation on organisation.id = signatory.organisation
  where signatory.state = 'confirmed'
    and coalesce(organisation.merged_into, organisation.id) = ${organisation}`

/** The posted comments shown in its name, newest first: those it confirmed, and those whose sender only says so. */
export async function listInItsName(
  db: OrganisationReading,
  organisation: OrganisationId,
  { confirmed, limit }: { confirmed: boolean; limit: number },
): Promise<{ comments: InItsName[]; count: number }> {
  const rows = await db
    .with('own', (own) =>
      own
        .selectFrom(
          sql<{ id: string; confirmed: boolean }>`(${ofOrganisation(organisation)})`.as<'found'>('found'),
        )
        .select(['found.id'])
        .select(sql<boolean>`bool_or(found.confirmed)`.as('confirmed'))
        .groupBy('found.id'),
    )
    .selectFrom('own')
    .innerJoin('docket.comment as comment', (join) => join.on(sql<SqlBool>`comment.id = own.id`))
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .innerJoin('requests.request as request', 'request.id', 'comment.request_id')
    .select(['comment.number', 'sender.name', 'request.docket', 'request.title', 'comment.superseded_by'])
    .select(sql<Instant>`coalesce(comment.original_at, comment.received_at)`.as('sent_at'))
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .where('own.confirmed', '=', confirmed)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.confidential', '=', false)
    .orderBy('sent_at', 'desc')
    .orderBy('comment.id', 'desc')
    .limit(limit)
    .execute()
  const comments = rows.map((row) => ({
    number: row.number,
    sentAt: row.sent_at,
    docket: row.docket,
    title: row.title,
    name: row.name ?? undefined,
    confirmed,
    replaced: row.superseded_by !== null,
  }))
  return { comments, count: Number(rows[0]?.count ?? 0) }
}

/** Who stands behind a comment that is shown with its name. */
export interface StandsBehind {
  comment: CommentId
  name: string
  slug: string
}

/** Of these comments, which organisation confirmed that it was sent for it. */
export async function listStandingBehind(
  db: OrganisationReading,
  ids: readonly CommentId[],
): Promise<StandsBehind[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.vouched as vouched')
    .innerJoin('docket.comment as comment', 'comment.id', 'vouched.comment_id')
    .innerJoin('participants.organisation as said', 'said.id', 'vouched.organisation')
    .innerJoin('participants.organisation as organisation', (join) =>
      join.on(sql<SqlBool>`organisation.id = coalesce(said.merged_into, said.id)`),
    )
    .select(['comment.id as comment', 'organisation.name', 'organisation.slug'])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.confidential', '=', false)
    .execute()
}
