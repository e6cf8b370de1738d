import { isOnAList } from '../deliberation/index.ts'
import {
  countUnfinishedImports,
  findClaimIds,
  findCommentIds,
  findImportRowIds,
  findSignatureIds,
  listToErase,
  type SoughtBy,
} from '../docket/index.ts'
import { countOfPerson, findPerson, findPersonByEmail, type Person } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { parseId } from '../platform/id.ts'
import { listMailAbout } from '../platform/mail/index.ts'
import { type ErasedThing, type Toll, tollLines } from './model.ts'
import type { ErasingTables } from './tables.ts'

type Reading = Db<ErasingTables>

/** Whom or what is meant: somebody by their address, or one comment with its earlier and later versions. */
export interface Meant {
  /** What must be typed once more: the address, or the tracking number. */
  called: string
  by: SoughtBy
  person?: Person | undefined
}

export interface Found extends Meant {
  numbers: readonly string[]
  toll: Partial<Toll>
  /** How many files are still to be brought in: what they hold of somebody is found when they are done. */
  unfinished: number
}

const thingsOf = (kind: ErasedThing['kind'], ids: readonly string[]) => ids.map((id) => ({ kind, id }))

/** One word may stand in any letter; a name of several words is a name. */
const namesOf = ({ person }: Meant) => (person && /\S\s+\S/.test(person.name) ? [person.name] : [])

const nothingBeside = { claims: [], rows: [], signatures: [], mentioned: {} }

async function listBeside(db: Reading, { by, ...meant }: Meant) {
  if ('number' in by) return nothingBeside
  return {
    claims: await findClaimIds(db, by.email),
    rows: await findImportRowIds(db, by.email),
    signatures: await findSignatureIds(db, by.email),
    mentioned: { address: by.email, names: namesOf({ by, ...meant }) },
  }
}

/** What is to be erased now: all of it, or the first so many comments, and whatever is no comment only with the last of them. */
export async function listThings(db: Reading, meant: Meant, most?: number) {
  const comments = await listToErase(db, await findCommentIds(db, meant.by, most))
  const numbers = comments.map(({ number }) => number)
  const isLast = most === undefined || comments.length < most
  const { claims, rows, signatures, mentioned } = isLast ? await listBeside(db, meant) : nothingBeside
  const letters = await listMailAbout(db, { ...mentioned, numbers })
  const persons = isLast && meant.person ? [meant.person.id] : []
  const ids = comments.map(({ id }) => id)
  const things = [
    ...thingsOf('comment', ids),
    ...thingsOf('claim', claims),
    ...thingsOf('import-row', rows),
    ...thingsOf('signature', signatures),
    ...thingsOf('mail', letters),
    ...thingsOf('person', persons),
  ]
  const files = comments.reduce((sum, one) => sum + (one.files ?? 0), 0)
  const toll = {
    ...{ comments: ids.length, files, claims: claims.length, letters: letters.length, rows: rows.length },
    signatures: signatures.length,
  }
  return { things, numbers, toll, isLast }
}

async function meantBy(db: Reading, asked: string): Promise<Meant> {
  const id = parseId<'person'>(asked)
  const person = id ? await findPerson(db, id) : await findPersonByEmail(db, asked)
  if (person) return { called: person.email, by: { email: person.email.toLowerCase() }, person }
  if (asked.includes('@')) return { called: asked.toLowerCase(), by: { email: asked.toLowerCase() } }
  return { called: asked.toUpperCase(), by: { number: asked.toUpperCase() } }
}

/** Finds whom or what is meant by an e-mail address, a person's id or a tracking number. */
export async function findToErase(db: Reading, asked: string): Promise<Found | undefined> {
  const meant = await meantBy(db, asked.trim())
  const { things, numbers, toll } = await listThings(db, meant)
  const { person } = meant
  const listed = 'email' in meant.by && (await isOnAList(db, meant.by.email))
  if (things.length === 0 && !listed) return undefined
  const held = person ? { account: true, ...(await countOfPerson(db, person.id)) } : {}
  const unfinished = await countUnfinishedImports(db)
  return { ...meant, numbers, toll: { ...toll, ...held }, unfinished }
}

export const tollOf = ({ toll }: Found) => tollLines(toll)
