import { type Actor, decide, type PolicyRow } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { findProcess, type Process, type ProcessesTables } from '../../processes/index.ts'
import { deliberationsPolicy } from './access.ts'
import type { Deliberation } from './model.ts'
import { findDeliberation } from './store.ts'
import type { DeliberationsTables } from './tables.ts'

type Reading = Db<DeliberationsTables & ProcessesTables>

export const mayIn = (policy: readonly PolicyRow[], viewer: Actor, action: string, process: Process) =>
  decide(policy, viewer, action, { process: process.id })

export const may = (viewer: Actor, action: string, process: Process) =>
  mayIn(deliberationsPolicy, viewer, action, process)

/** Deliberations belong to published processes; any other is not there. */
export async function seenProcess(db: Reading, slug: string): Promise<Process> {
  const process = await findProcess(db, slug)
  if (!process?.publishedAt) throw new NotFound('No such process.')
  return process
}

export interface Seen {
  process: Process
  deliberation: Deliberation
}

/** The deliberation of an address; to those who may not see it, a draft is not there. */
export async function seenDeliberation(
  db: Reading,
  viewer: Actor,
  { slug, deliberation: number }: { slug: string; deliberation: string },
): Promise<Seen> {
  const process = await seenProcess(db, slug)
  const at = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0
  const deliberation = await findDeliberation(db, process.id, at)
  const shown = deliberation?.publishedAt !== undefined || may(viewer, 'deliberation.read-draft', process)
  if (!deliberation || !shown) throw new NotFound('No such deliberation.')
  return { process, deliberation }
}
