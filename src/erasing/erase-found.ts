import { findClaimIds, findCommentIds, findSignatureIds, listToErase } from '../docket/index.ts'
import {
  countOfPerson,
  findPerson,
  findPersonByEmail,
  type Person,
  type PersonId,
} from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { parseId } from '../platform/id.ts'
import { listMailTo } from '../platform/mail/index.ts'
import type { Instant } from '../platform/time.ts'
import { eraseThings, LastAdministrator } from './erase-things.ts'
import { writeLedger } from './ledger.ts'
import { type ErasedThing, nothing, type Toll } from './model.ts'
import { removeFiles } from './remove-files.ts'
import type { ErasingServices } from './services.ts'
import type { ErasingTables } from './tables.ts'

type Reading = Db<ErasingTables>

/** Somebody with all that came from their address, or one comment. */
export interface Found {
  /** What must be typed once more: the address, or the tracking number. */
  called: string
  person: Person | undefined
  numbers: readonly string[]
  toll: Toll
  things: readonly ErasedThing[]
}

const thingsOf = (kind: ErasedThing['kind'], ids: readonly string[]) => ids.map((id) => ({ kind, id }))

async function findComment(db: Reading, asked: string): Promise<Found | undefined> {
  const [comment] = await listToErase(db, await findCommentIds(db, { number: asked }))
  if (!comment) return undefined
  const letters = comment.email ? await listMailTo(db, comment.email, [comment.number]) : []
  return {
    called: comment.number,
    person: undefined,
    numbers: [comment.number],
    toll: { ...nothing, comments: 1, files: comment.files ?? 0, letters: letters.length },
    things: [...thingsOf('comment', [comment.id]), ...thingsOf('mail', letters)],
  }
}

async function findSomebody(db: Reading, email: string, person: Person | undefined) {
  const comments = await listToErase(db, await findCommentIds(db, { email }))
  const claims = await findClaimIds(db, email)
  const signatures = await findSignatureIds(db, email)
  const letters = await listMailTo(db, email)
  const held = person ? await countOfPerson(db, person.id) : {}
  const files = comments.reduce((sum, one) => sum + (one.files ?? 0), 0)
  const found: Found = {
    called: email,
    person,
    numbers: comments.map(({ number }) => number),
    toll: {
      ...nothing,
      ...held,
      files,
      comments: comments.length,
      claims: claims.length,
      signatures: signatures.length,
      letters: letters.length,
      account: person !== undefined,
    },
    things: [
      ...thingsOf(
        'comment',
        comments.map(({ id }) => id),
      ),
      ...thingsOf('claim', claims),
      ...thingsOf('signature', signatures),
      ...thingsOf('mail', letters),
      ...thingsOf('person', person ? [person.id] : []),
    ],
  }
  return found.things.length > 0 ? found : undefined
}

/** Finds whom or what is meant by an e-mail address, a person's id or a tracking number. */
export async function findToErase(db: Reading, asked: string): Promise<Found | undefined> {
  const meant = asked.trim()
  const id = parseId<'person'>(meant)
  const person = id ? await findPerson(db, id) : await findPersonByEmail(db, meant)
  if (person) return findSomebody(db, person.email, person)
  if (meant.includes('@')) return findSomebody(db, meant.toLowerCase(), undefined)
  return findComment(db, meant.toUpperCase())
}

/** Numbers alone, as they are said before and after. */
export const tollOf = ({ toll }: Found): [keyof Toll, number][] =>
  Object.entries(toll).flatMap(([name, count]): [keyof Toll, number][] =>
    count ? [[name as keyof Toll, Number(count)]] : [],
  )

/** Erases all of it in one transaction; then its files go, and the ledger outside of the database is written. */
export async function eraseFound(
  services: ErasingServices,
  { called, things }: Found,
  erased: { reason: string; by: PersonId | undefined; at: Instant },
): Promise<'erased' | 'last-administrator'> {
  try {
    const files = await services.db.transaction().execute((tx) => eraseThings(tx, things, erased, called))
    await writeLedger(services.db, services.ledger)
    await removeFiles(services, files)
    return 'erased'
  } catch (error) {
    if (error instanceof LastAdministrator) return 'last-administrator'
    throw error
  }
}
