import { randomUUID } from 'node:crypto'
import type { CommentId } from '../../../docket/index.ts'
import { after, type Instant } from '../../../platform/time.ts'
import { followRecord, type PlacedEntry } from '../../../record/index.ts'
import { countLearnable, listDone, putVersion } from '../learning/store.ts'
import { type LocalProgram, shallLearnAnew, versionOf } from '../model.ts'
import type { ProgramServices, ProgramTx } from '../services.ts'
import { ProgramThread } from '../threads/program-thread.ts'
import { BackOff } from '../using/back-off.ts'
import { holdUse, letGo, listDue, setTrouble, type Use } from '../using/store.ts'
import { type CommentToTell, dropStale, listToTell } from './store.ts'
import { writeTold } from './write-told.ts'

const READER = 'programs'
const AT_ONCE = 1000
/** So long a program is held without a sign of life; then another worker goes on with it. */
const HELD = 5 * 60_000
const MOST_COMMENTS = 50
/** A comment may be a book: with more letters than this, fewer are read at once. */
const MOST_LETTERS = 2_000_000
const MOST_LEARNT = 3000
const RESTS = 10_000
/** Of a comment that has only come nothing was read that could be stale. */
const kinds = { but: ['comment-received'] }
const awakens = new Set(['comment-posted', 'program-switched-on'])

interface Ready {
  version: string
  learntFrom: number
}

/** Lets each program that is on read what is posted, a batch a transaction; all that it holds can be made anew. */
export class Suggester {
  readonly #services: Omit<ProgramServices, 'origin'>
  readonly #holder = randomUUID()
  readonly #log: (line: string) => void
  readonly #thread = new ProgramThread()
  readonly #backOff = new BackOff()
  readonly #ready = new Map<string, Ready>()
  readonly #resting = new Map<string, Instant>()
  readonly #behind = new Map<string, CommentId>()

  constructor(services: Omit<ProgramServices, 'origin'>, log: (line: string) => void = () => {}) {
    this.#services = services
    this.#log = log
  }

  /** Takes one turn with each program; answers whether any had something to do. */
  async next(stopping?: AbortSignal): Promise<boolean> {
    const { db, clock } = this.#services
    const note = async (tx: ProgramTx, entries: readonly PlacedEntry[]) => {
      if (entries.some(({ kind }) => awakens.has(kind))) this.#resting.clear()
      const comments = entries.filter(({ about }) => about.kind === 'comment').map(({ about }) => about.id)
      await dropStale(tx, [...new Set(comments)])
    }
    const noted = await followRecord(db, READER, AT_ONCE, note, kinds)
    let busy = noted === AT_ONCE
    for (const use of await listDue(db, this.#holder, clock.now())) {
      if (stopping?.aborted) return false
      if (!this.#rests(use)) busy = (await this.#tryTurn(use)) || busy
    }
    return busy
  }

  async end(): Promise<void> {
    await this.#thread.close()
    await letGo(this.#services.db, this.#holder)
  }

  #rests(use: Use): boolean {
    const until = this.#resting.get(useOf(use))
    return until !== undefined && until > this.#services.clock.now()
  }

  #hold(use: Use): Promise<boolean> {
    const { db, clock } = this.#services
    const now = clock.now()
    return holdUse(db, use, this.#holder, { now, until: after(now, HELD) })
  }

  /** One program that breaks off does not hold up the others: it waits, and its page says so. */
  async #tryTurn(use: Use): Promise<boolean> {
    const { db, clock } = this.#services
    try {
      if (use.program === 'endpoint' || !(await this.#hold(use))) return false
      const isWhole = !this.#behind.has(useOf(use))
      const isBusy = await this.#turn({ ...use, program: use.program })
      if (isBusy || isWhole) {
        this.#backOff.succeed(use)
        await setTrouble(db, use, undefined)
      }
      return isBusy
    } catch (error) {
      const again = this.#backOff.fail(use, clock.now())
      this.#log(`${useOf(use)} broke off: ${error instanceof Error ? error.message : error}`)
      await setTrouble(db, use, { word: 'failed', again })
      await letGo(db, this.#holder, use)
      return false
    }
  }

  async #turn(use: Use & { program: LocalProgram }): Promise<boolean> {
    const { db } = this.#services
    const { version } = await this.#prepare(use.process, use.program)
    const key = useOf(use)
    const found = await listToTell(db, use, version, { after: this.#behind.get(key), limit: MOST_COMMENTS })
    const comments = asManyAsFit(found)
    const last = comments.at(-1)
    if (last) this.#behind.set(key, last.id)
    else this.#behind.delete(key)
    if (last) await this.#tell(use, version, comments)
    else await this.#rest(use)
    return last !== undefined
  }

  /** All is read: it looks again after a while, and at once when something is posted. */
  async #rest(use: Use): Promise<void> {
    const { db, clock } = this.#services
    this.#resting.set(useOf(use), after(clock.now(), RESTS))
    await letGo(db, this.#holder, use)
  }

  async #tell(use: Use, version: string, comments: readonly CommentToTell[]): Promise<void> {
    const { db, clock } = this.#services
    const key = keyOf(use.process, use.program)
    const order = { act: 'read', key, comments: comments.map(({ texts }) => texts) } as const
    const outcome = await this.#thread.do(order)
    if (!('read' in outcome)) {
      this.#ready.delete(key)
      return
    }
    const read = comments.flatMap((comment, at) => {
      const told = outcome.read[at]
      return told ? [{ comment, told }] : []
    })
    await db.transaction().execute(async (tx) => {
      const now = clock.now()
      const held = await holdUse(tx, use, this.#holder, { now, until: after(now, HELD) })
      if (held) await writeTold(tx, use, version, read, now)
    })
  }

  /** The version that reads now: the one at hand, or a new one once people coded enough to learn from. */
  async #prepare(process: Use['process'], program: LocalProgram): Promise<Ready> {
    const { db, clock } = this.#services
    const key = keyOf(process, program)
    const known = this.#ready.get(key)
    const count = Math.min(MOST_LEARNT, await countLearnable(db, process))
    if (known && !shallLearnAnew(known.learntFrom, count)) return known
    const done = await listDone(db, process, MOST_LEARNT)
    const outcome = await this.#thread.do({ act: 'learn', key, program, done, measure: true })
    if (!('learnt' in outcome)) throw new Error('A program did not learn.')
    const { learnt: learntFrom, measured } = outcome
    const version = versionOf(learntFrom)
    await putVersion(db, { process, program }, { version, learntFrom, madeAt: clock.now(), measured })
    this.#ready.set(key, { version, learntFrom })
    return { version, learntFrom }
  }
}

const useOf = ({ request, program }: Use) => `${request} ${program}`
const keyOf = (process: string, program: string) => `${process} ${program}`

function asManyAsFit(comments: readonly CommentToTell[]): CommentToTell[] {
  let letters = 0
  const tooMany = comments.findIndex(({ texts }, at) => {
    letters += texts.reduce((sum, { text }) => sum + text.length, 0)
    return at > 0 && letters > MOST_LETTERS
  })
  return tooMany < 0 ? [...comments] : comments.slice(0, tooMany)
}
