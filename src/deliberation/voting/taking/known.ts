import type { Actor } from '../../../participants/index.ts'
import { type Seen, seenDeliberation } from '../../deliberations/seen.ts'
import { type StatementId, takesVotes } from '../../statements/model.ts'
import { findStatement, listStatements } from '../../statements/store.ts'
import { findNetworkKey } from '../own/store.ts'
import type { VotingServices } from '../services.ts'
import { networkOf } from './network-of.ts'

interface Known extends Seen {
  statements: Map<number, StatementId>
  networkKey: Buffer | undefined
}

export interface KnownDeliberations {
  find(viewer: Actor, address: { slug: string; deliberation: string }): Promise<Seen>
  statementOf(seen: Seen, number: number): Promise<StatementId | undefined>
  /** What stands for the network of an address in this deliberation. */
  networkOf(seen: Seen, address: string): Buffer | undefined
}

const [FRESH, MOST] = [1000, 200]

/**
 * Finds deliberations by their address, and asks the database at most once a second for one that is announced: nothing that
 * a vote depends on changes in it. Whether a statement still takes votes is asked when the vote is taken.
 */
export function knownDeliberations({ db, clock }: Pick<VotingServices, 'db' | 'clock'>): KnownDeliberations {
  const known = new Map<string, { until: number; found: Known }>()
  const read = async (viewer: Actor, address: { slug: string; deliberation: string }) => {
    const seen = await seenDeliberation(db, viewer, address)
    const listed = await listStatements(db, { deliberation: seen.deliberation.id, states: ['posted'] })
    const statements = new Map(listed.filter(takesVotes).map(({ number, id }) => [number, id]))
    return { ...seen, statements, networkKey: await findNetworkKey(db, seen.deliberation.id) }
  }
  return {
    async find(viewer, address) {
      const [key, now] = [`${address.slug} ${address.deliberation}`, clock.now().getTime()]
      const kept = known.get(key)
      if (kept && now < kept.until) return kept.found
      const found = await read(viewer, address)
      if (known.size >= MOST) known.clear()
      if (found.deliberation.publishedAt) known.set(key, { until: now + FRESH, found })
      return found
    },
    async statementOf(seen, number) {
      const own = (seen as Partial<Known>).statements?.get(number)
      return own ?? (await findStatement(db, seen.deliberation.id, number))?.id
    },
    networkOf(seen, address) {
      const key = (seen as Partial<Known>).networkKey
      return key && networkOf(address, key)
    },
  }
}
