import { after, type Instant } from '../platform/time.ts'
import type { ErasingServices } from './services.ts'

const HOUR = 60 * 60 * 1000

/** Somebody who sends the same bytes right now has no row of them yet: what came within the hour is left to the sweep. */
export const graceBefore = (now: Instant): Instant => after(now, -HOUR)

type Places = Pick<ErasingServices, 'files' | 'pointedAt'>

/** Takes files away that nothing points at any more, if they came before a moment; after a crash the hourly sweep does it. */
export async function removeFiles(
  { files, pointedAt }: Places,
  among: readonly string[],
  before?: Instant,
): Promise<void> {
  if (among.length === 0) return
  const needed = await pointedAt(among)
  for (const address of new Set(among)) if (!needed.has(address)) await files.remove(address, before)
}
