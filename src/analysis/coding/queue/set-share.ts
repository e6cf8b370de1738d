import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { CodingDb } from '../services.ts'
import { setShare } from './store.ts'

/** A whole number from 0 to 100, or nothing where the text is none. */
export function percentOf(text: string): number | undefined {
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
  return percent !== undefined && percent <= 100 ? percent : undefined
}

/** Says of how many comments in a hundred a second coder reads each. */
export async function planSecondReadings(
  db: CodingDb,
  { person: by }: Actor,
  { id, processId: process }: Pick<RequestForComment, 'id' | 'processId'>,
  percent: number,
  at: Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await setShare(tx, id, percent)
    const about = { kind: 'request', id }
    await append(tx, { kind: 'second-coding-planned', about, process, by, at, detail: { percent } })
  })
}
