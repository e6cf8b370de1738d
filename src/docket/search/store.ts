import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { SearchTables } from './tables.ts'

/** Brings the search to what is published of these comments now; of what is not public nothing stays in it. */
export async function indexComments(tx: Tx<SearchTables>, ids: readonly Id<'comment'>[]): Promise<void> {
  if (ids.length > 0) await sql`select docket.index_comments(${ids}::uuid[])`.execute(tx)
}

/** What is asked of the search, in every language that is spoken here; empty where it asks for no word. */
export async function findQuery(
  db: Db<SearchTables>,
  terms: readonly string[],
  request?: Id<'request'>,
): Promise<string> {
  const within = request ? sql`request_id = ${request}` : sql`true`
  const { rows } = await sql<{ query: string | null }>`
    with spoken as materialized (
      select config from (select distinct config from docket.search_language) as known
      where exists (select 1 from docket.search_text where search_text.config = known.config and ${within} offset 0)),
    asked as materialized (
      select config, docket.search_asked(config, ${terms}::text[]) as query from spoken)
    select string_agg(format('(''@%s'' & (%s))', config, query), ' | ') as query
    from asked where numnode(query) > 0`.execute(db)
  const query = rows[0]?.query ?? ''
  return request && query ? `'@${request}' & (${query})` : query
}

/** What a search asks of the comments of one docket. */
export interface Sought {
  /** A query of `findQuery`; empty where no word is asked for. */
  query: string
  /** Its words are to be left out, and none is to be there. */
  leftOut: boolean
  /** So few say so that it is quickest to begin with them. */
  few: boolean
}

const FEW = 5000

/** Whether this query is answered by so few texts that all of them are looked up at once. */
export async function isSaidByFew(db: Db<SearchTables>, query: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (
      select from docket.search_text where words @@ ${query}::tsquery limit ${FEW + 1}) as said`.execute(db)
  return (rows[0]?.count ?? 0) <= FEW
}

const sayers = (query: string) =>
  sql`select search_text.comment_id from docket.search_text where search_text.words @@ ${query}::tsquery`

/** That a comment's published words answer what is sought; what was replaced is in no search. */
export function saysSo({ query, leftOut, few }: Sought): RawBuilder<SqlBool> {
  if (query === '') return sql`false`
  if (leftOut) return sql`(comment.superseded_by is null and comment.id not in (${sayers(query)}))`
  // Of an array the database takes it that few are in it, and begins there.
  return few ? sql`comment.id = any(array(${sayers(query)}))` : sql`comment.id in (${sayers(query)})`
}

/** How many comments of each request answer a query of `findQuery`. */
export async function countByRequest(
  db: Db<SearchTables>,
  query: string,
): Promise<ReadonlyMap<Id<'request'>, number>> {
  if (query === '') return new Map()
  const { rows } = await sql<{ request: Id<'request'>; count: number }>`
    select request_id as request, count(distinct comment_id)::int as count
    from docket.search_text where words @@ ${query}::tsquery group by request_id`.execute(db)
  return new Map(rows.map(({ request, count }) => [request, count]))
}

/** Words of a text, and the language it is in. */
export interface Spoken {
  language: string
  words: readonly string[]
}

/** Which of these words are forms of one that is wanted, by language. */
export async function listForms(
  db: Db<SearchTables>,
  spoken: readonly Spoken[],
  wanted: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const given = JSON.stringify(spoken)
  const { rows } = await sql<{ language: string; forms: string[] }>`
    with spoken as materialized (
      select language, given.words, config, tsvector_to_array(docket.search_words(config, ${wanted})) as wanted
      from jsonb_to_recordset(${given}::jsonb) as given (language text, words jsonb)
      cross join lateral docket.search_config(language) as config)
    select language, array_agg(word) as forms
    from spoken cross join lateral jsonb_array_elements_text(spoken.words) as word
    where tsvector_to_array(docket.search_words(config, word)) && wanted
    group by language`.execute(db)
  return new Map(rows.map(({ language, forms }) => [language, new Set(forms)]))
}
