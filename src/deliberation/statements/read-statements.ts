import type { Db } from '../../platform/db/index.ts'
import { originalVersions, publishedTexts, type TextsTables } from '../../texts/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { Statement } from './model.ts'
import type { StatementsDb } from './services.ts'
import { listStatements } from './store.ts'

/** A statement with its words; none where they were erased. */
export interface Worded extends Statement {
  text: string
}

type Reading = Db<TextsTables>

/** The words that the public reads; of what is not posted there are none. */
export async function withPublicWords(db: Reading, statements: readonly Statement[]): Promise<Worded[]> {
  const posted = statements.filter(({ state }) => state === 'posted')
  const versions = await publishedTexts(
    db,
    posted.map(({ id }) => ({ kind: 'statement', id })),
  )
  const texts = new Map(versions.map(({ of, content }) => [of.id, content?.text]))
  return statements.map((one) => ({ ...one, text: (one.state === 'posted' && texts.get(one.id)) || '' }))
}

/** The words as they were sent, for those who decide about them. */
export async function withSentWords(db: Reading, statements: readonly Statement[]): Promise<Worded[]> {
  const versions = await originalVersions(
    db,
    statements.map(({ version }) => version),
  )
  const texts = new Map(versions.map(({ id, content }) => [id, content?.text]))
  return statements.map((one) => ({ ...one, text: texts.get(one.version) ?? '' }))
}

/** The words that the public reads now, by the numbers of the statements. */
export async function publicTexts(
  db: StatementsDb,
  deliberation: DeliberationId,
): Promise<Map<number, string>> {
  const worded = await withPublicWords(db, await listStatements(db, { deliberation, states: ['posted'] }))
  return new Map(worded.map(({ number, text }) => [number, text]))
}
