import { after, type Instant } from '../../platform/time.ts'

const FIRST = 4000
const LONGEST = 3_600_000

/** What fails again and again is tried ever more rarely: after each failure it rests twice as long, up to an hour. */
export class Patience {
  readonly #failures = new Map<string, { times: number; until: Instant }>()

  mayTry(what: string, now: Instant): boolean {
    const failure = this.#failures.get(what)
    return failure === undefined || now >= failure.until
  }

  /** @returns when it is tried again */
  failed(what: string, now: Instant): Instant {
    const times = this.#failures.get(what)?.times ?? 0
    const until = after(now, Math.min(FIRST * 2 ** times, LONGEST))
    this.#failures.set(what, { times: times + 1, until })
    return until
  }

  succeeded(what: string): void {
    this.#failures.delete(what)
  }
}
