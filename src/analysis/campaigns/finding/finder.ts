import { randomUUID } from 'node:crypto'
import { after } from '../../../platform/time.ts'
import type { RequestId } from '../../../requests/index.ts'
import { USUAL_THRESHOLD } from '../engine/campaign-index.ts'
import { countRequest } from '../reading/store.ts'
import { Reading } from '../threads/reading.ts'
import type { HeldIndex } from './held-index.ts'
import { loadIndex } from './load-index.ts'
import { noteChanges } from './note-changes.ts'
import { claimRequest, findUncounted, holdOn, letGo, saveCounts } from './queue/store.ts'
import { readBatch } from './read-batch.ts'
import type { FindingServices } from './services.ts'

/** So long a request is held without a sign of life; then another worker goes on with it. */
const HELD = 60_000
/** So many texts are kept at hand, of however many requests; at about 0.6 kB each. */
const MOST_AT_HAND = 2_000_000

/** Someone else holds the request by now. */
class LostHold extends Error {}

/** Finds the campaigns of what is posted, a batch a transaction. What it holds in memory can be made anew at any time. */
export class Finder {
  readonly #services: FindingServices
  readonly #holder = randomUUID()
  readonly #reading = new Reading(USUAL_THRESHOLD)
  /** The one used last comes last. */
  readonly #indexes = new Map<RequestId, HeldIndex>()

  constructor(services: FindingServices) {
    this.#services = services
  }

  /** Follows the record, and reads the next comments that wait; answers how much there was to do. */
  async next(): Promise<number> {
    const { db, clock } = this.#services
    const noted = await noteChanges(this.#services)
    const now = clock.now()
    const request = await claimRequest(db, this.#holder, now, after(now, HELD))
    const done = noted + (request ? await this.#readNext(request) : 0)
    return done > 0 ? done : this.#countNext()
  }

  /** Gives back what it holds, so that any other may go on at once. */
  async end(): Promise<void> {
    this.#indexes.clear()
    await this.#reading.close()
    await letGo(this.#services.db, this.#holder)
  }

  async #readNext(request: RequestId): Promise<number> {
    try {
      const index = this.#indexes.get(request) ?? (await this.#load(request))
      const read = await this.#within(request, (batch) => readBatch(batch.tx, { ...batch, index }))
      this.#indexes.delete(request)
      this.#indexes.set(request, index)
      this.#forgetOldest()
      return read
    } catch (error) {
      // It may have moved on while the tables did not.
      this.#indexes.delete(request)
      if (!(error instanceof LostHold)) throw error
      return 1
    }
  }

  /** Counts what was read, once nothing of a request waits; answers how many were counted. */
  async #countNext(): Promise<number> {
    const { db } = this.#services
    const found = await findUncounted(db)
    if (!found) return 0
    const { request, at } = found
    await saveCounts(db, request, { ...(await countRequest(db, request)), at })
    return 1
  }

  #load(request: RequestId): Promise<HeldIndex> {
    return this.#within(request, (batch) => loadIndex(batch.tx, batch))
  }

  #within<Done>(request: RequestId, act: (batch: Within) => Promise<Done>): Promise<Done> {
    const { db, clock } = this.#services
    return db.transaction().execute(async (tx) => {
      const at = clock.now()
      if (!(await holdOn(tx, request, this.#holder, after(at, HELD)))) throw new LostHold()
      return act({ tx, request, at, reading: this.#reading })
    })
  }

  #forgetOldest(): void {
    let texts = 0
    for (const [request, { size }] of [...this.#indexes].reverse()) {
      texts += size
      if (texts > MOST_AT_HAND && this.#indexes.size > 1) this.#indexes.delete(request)
    }
  }
}

type Within = Parameters<typeof loadIndex>[1] & { tx: Parameters<typeof loadIndex>[0] }
