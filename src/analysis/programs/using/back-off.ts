import { after, type Instant } from '../../../platform/time.ts'
import type { Use } from './store.ts'

const WAIT = 30_000
const LONGEST_WAIT = 30 * 60_000

const nameOf = ({ request, program }: Pick<Use, 'request' | 'program'>) => `${request} ${program}`

/** When a program that failed on a request tries again: each time in a row it waits twice as long, up to half an hour. */
export class BackOff {
  readonly #failed = new Map<string, number>()

  fail(use: Pick<Use, 'request' | 'program'>, now: Instant): Instant {
    const times = this.#failed.get(nameOf(use)) ?? 0
    this.#failed.set(nameOf(use), times + 1)
    return after(now, Math.min(LONGEST_WAIT, WAIT * 2 ** times))
  }

  succeed(use: Pick<Use, 'request' | 'program'>): void {
    this.#failed.delete(nameOf(use))
  }
}
