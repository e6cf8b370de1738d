import { listHolders, type PersonId } from '../../../../participants/index.ts'
import { mayAnswer } from '../../access.ts'
import type { SummariesDb } from '../../services.ts'
import type { Contest } from '../model.ts'

/** Whoever published a version does not judge what is contested in it, where anybody else could. */
export type WhoAnswers = 'anyone' | 'nobody-else' | { others: readonly string[] }

export async function whoAnswers(
  db: SummariesDb,
  { process, publishedBy }: Pick<Contest, 'process' | 'publishedBy'>,
  person: PersonId | undefined,
): Promise<WhoAnswers> {
  if (publishedBy === null || publishedBy !== person) return 'anyone'
  const others = (await listHolders(db, mayAnswer, process)).filter(({ id }) => id !== person)
  return others.length > 0 ? { others: others.map(({ name }) => name) } : 'nobody-else'
}
