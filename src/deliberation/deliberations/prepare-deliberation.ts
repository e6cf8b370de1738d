import type { Actor } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Process } from '../../processes/index.ts'
import { append, appendLeaf } from '../../record/index.ts'
import { type Deliberation, quotedNumber } from './model.ts'
import type { Planned } from './plan-deliberation.ts'
import type { DeliberationsDb } from './services.ts'
import { insertDeliberation, listAllowed, publishDraft, setAllowed, updateDraft } from './store.ts'

const ref = ({ id }: Pick<Deliberation, 'id'>) => ({ kind: 'deliberation', id })

/** Makes a draft; answers its number within the process. */
export function createDeliberation(
  db: DeliberationsDb,
  { person: by }: Actor,
  { deliberation, allowed }: Planned,
): Promise<number> {
  const { process, createdAt: at } = deliberation
  return db.transaction().execute(async (tx) => {
    const number = await insertDeliberation(tx, deliberation)
    await setAllowed(tx, deliberation.id, allowed)
    const detail = { number }
    await append(tx, { kind: 'deliberation-created', about: ref(deliberation), process, by, at, detail })
    return number
  })
}

export function editDeliberation(
  db: DeliberationsDb,
  { person: by }: Actor,
  { deliberation, allowed, number }: Planned & { number: number },
  at: Instant,
): Promise<'edited' | 'alreadyPublished'> {
  const { process } = deliberation
  return db.transaction().execute(async (tx) => {
    if (!(await updateDraft(tx, { ...deliberation, number }))) return 'alreadyPublished'
    await setAllowed(tx, deliberation.id, allowed)
    await append(tx, { kind: 'deliberation-edited', about: ref(deliberation), process, by, at })
    return 'edited'
  })
}

/** What the log commits to when the rule is announced and when it comes into force. */
export const ruleParts = (one: Deliberation, allowed: number) => [
  { of: 'title', text: one.title },
  { of: 'who may vote', text: one.electorate },
  ...(one.electorate === 'allow-list' ? [{ of: 'addresses on the list', text: String(allowed) }] : []),
  { of: 'open', text: `${one.opens.toISOString()} until before ${one.closes.toISOString()}, ${one.zone}` },
]

/** Announces a draft: from now on who may vote is fixed, and the log can prove what was announced. */
export function publishDeliberation(
  db: DeliberationsDb,
  { person: by }: Actor,
  { deliberation, process }: { deliberation: Deliberation; process: Process },
  at: Instant,
): Promise<'published' | 'over'> {
  return db.transaction().execute(async (tx) => {
    if (!(await publishDraft(tx, deliberation.id, at))) return deliberation.closes > at ? 'published' : 'over'
    const allowed = (await listAllowed(tx, deliberation.id)).length
    await appendLeaf(tx, {
      kind: 'deliberation-published',
      number: quotedNumber(process.docketPrefix, deliberation.number),
      process: process.id,
      received: at,
      parts: ruleParts(deliberation, allowed),
    })
    const detail = { electorate: deliberation.electorate, allowed }
    const about = ref(deliberation)
    await append(tx, { kind: 'deliberation-published', about, process: process.id, by, at, detail })
    return 'published'
  })
}
