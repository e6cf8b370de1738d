import { join } from 'node:path'
import { Pool } from 'pg'
import type { Product } from '../../setup/testing/product.ts'
import { type Connection, runningCluster } from '../../src/platform/db/cluster/index.ts'
import { KEY_LENGTH } from './words.ts'

/** Where the product keeps its database while it runs. */
export async function databaseOf({ folder }: Product): Promise<Connection> {
  const connection = await runningCluster(join(folder, 'database'))
  if (!connection) throw new Error('The embedded database is not running.')
  return connection
}

/** One query past the product, on a connection of its own. */
export async function ask<Row extends object>(product: Product, text: string, ...values: unknown[]) {
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  try {
    return (await pool.query<Row>(text, values)).rows
  } finally {
    await pool.end()
  }
}

/** A comment as it is stored, and how many leaves and entries tell of it. */
interface StoredComment {
  key: string
  number: string
  leaves: number
  entries: number
}

const everyComment = `
  with leaf as (
    select substring(body from '\\nkind comment-received\\nnumber ([^\\n]+)\\n') as number, count(*)::int as leaves
    from record.leaf group by 1),
  entry as (
    select about_id, count(*)::int as entries from record.entry where kind = 'comment-received' group by 1)
  select left(version.text, ${KEY_LENGTH}) as key, comment.number,
    coalesce(leaves, 0) as leaves, coalesce(entries, 0) as entries
  from docket.comment as comment
  join docket.answer as answer on answer.comment_id = comment.id and answer.position = 0
  join texts.version as version on version.id = answer.version_id
  left join leaf on leaf.number = comment.number
  left join entry on entry.about_id = comment.id`

const recordedOnly = `
  select (select count(*)::int from record.leaf where body like E'%\\nkind comment-received\\n%') as leaves,
    (select count(*)::int from record.entry where kind = 'comment-received') as entries`

/** Which comments the database holds, read past the product at one moment, and what the record holds of them. */
export async function readStored(product: Product) {
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  try {
    await pool.query('begin isolation level repeatable read')
    const { rows: comments } = await pool.query<StoredComment>(everyComment)
    const { rows: record } = await pool.query<{ leaves: number; entries: number }>(recordedOnly)
    return { comments, leaves: record[0]?.leaves ?? 0, entries: record[0]?.entries ?? 0 }
  } finally {
    await pool.end()
  }
}

export interface Verdict {
  acknowledged: number
  stored: number
  /** Acknowledged, and not stored under the number that was told. */
  lost: number
  /** Stored more than once under one key. */
  doubled: number
  /** Stored, and not with one leaf and one entry exactly. */
  badlyRecorded: number
  /** Leaves and entries that tell of no stored comment. */
  recordedOnly: number
}

/** Holds the ledger of what was acknowledged against what is stored. */
export function judge(
  acknowledged: ReadonlyMap<string, string>,
  { comments, leaves, entries }: Awaited<ReturnType<typeof readStored>>,
): Verdict {
  const numbers = new Map(comments.map(({ key, number }) => [key, number]))
  return {
    acknowledged: acknowledged.size,
    stored: comments.length,
    lost: [...acknowledged].filter(([key, number]) => numbers.get(key) !== number).length,
    doubled: comments.length - numbers.size,
    badlyRecorded: comments.filter((one) => one.leaves !== 1 || one.entries !== 1).length,
    recordedOnly: leaves + entries - comments.reduce((sum, one) => sum + one.leaves + one.entries, 0),
  }
}

/** Nothing lost, nothing doubled, everything told of once. */
export const holds = ({ lost, doubled, badlyRecorded, recordedOnly }: Verdict): boolean =>
  lost + doubled + badlyRecorded + recordedOnly === 0
