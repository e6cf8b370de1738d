import { randomUUID } from 'node:crypto'
import type { CommentId } from '../../../docket/index.ts'
import { after } from '../../../platform/time.ts'
import { findProcess } from '../../../processes/index.ts'
import { inUse } from '../../codebook/model.ts'
import { listCodes } from '../../codebook/store.ts'
import { putVersion } from '../learning/store.ts'
import type { Told } from '../model.ts'
import type { ProgramServices } from '../services.ts'
import { type CommentToTell, listToTell } from '../suggesting/store.ts'
import { writeTold } from '../suggesting/write-told.ts'
import { BackOff } from '../using/back-off.ts'
import { addThrownAway, holdUse, letGo, listDue, setTrouble, type Use } from '../using/store.ts'
import { askModel } from './ask-model.ts'
import { type Endpoint, endpointVersion } from './endpoint.ts'
import { piecesOf } from './pieces.ts'
import { type Known, questionOf } from './question.ts'
import { readAnswer } from './read-answer.ts'
import { ModelTrouble } from './trouble.ts'

/** Longer than all the questions about one comment may take. */
const HELD = 30 * 60_000
/** A book or an empty comment each: one at a time, so that little is lost when it is stopped. */
const AT_ONCE = 1
/** After so many answers in a row that cannot be read, it rests. */
const MOST_UNREAD = 3

export interface Asking extends Omit<ProgramServices, 'origin'> {
  endpoint: Endpoint
  log: (line: string) => void
}

/** Asks a language model about posted comments of requests where it is switched on: one comment at a time. */
export class Asker {
  readonly #asking: Asking
  readonly #holder = randomUUID()
  readonly #backOff = new BackOff()
  readonly #behind = new Map<string, CommentId>()
  readonly #unread = new Map<string, number>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /** Asks about one comment of each request; answers whether there was any. */
  async next(stopping: AbortSignal): Promise<boolean> {
    const { db, clock } = this.#asking
    const due = (await listDue(db, this.#holder, clock.now())).filter(({ program }) => program === 'endpoint')
    let busy = false
    for (const use of due) {
      if (stopping.aborted) return false
      busy = (await this.#turn(use, stopping)) || busy
    }
    return busy
  }

  end(): Promise<void> {
    return letGo(this.#asking.db, this.#holder)
  }

  async #turn(use: Use, stopping: AbortSignal): Promise<boolean> {
    const { db, clock, endpoint } = this.#asking
    const now = clock.now()
    if (!(await holdUse(db, use, this.#holder, { now, until: after(now, HELD) }))) return false
    try {
      return await this.#askNext(use, endpointVersion(endpoint), stopping)
    } catch (error) {
      if (!stopping.aborted) await this.#wait(use, error)
      return false
    }
  }

  /** Asks about the next comment; one about which it got no answer is asked about again after the others. */
  async #askNext(use: Use, version: string, stopping: AbortSignal): Promise<boolean> {
    const { db } = this.#asking
    const after = this.#behind.get(use.request)
    const [later] = await listToTell(db, use, version, { after, limit: AT_ONCE })
    const [first] = later ? [] : await listToTell(db, use, version, { after: undefined, limit: AT_ONCE })
    const comment = later ?? first
    if (!comment) {
      await letGo(db, this.#holder, use)
      return false
    }
    this.#behind.set(use.request, comment.id)
    await this.#ask(use, version, comment, stopping)
    this.#backOff.succeed(use)
    await setTrouble(db, use, undefined)
    return true
  }

  /** One request of which asking always fails does not hold up the others. */
  async #wait(use: Use, error: unknown): Promise<void> {
    const { db, clock, log } = this.#asking
    const word = error instanceof ModelTrouble ? error.word : 'failed'
    log(`The language model gives no answer (${word}): ${error instanceof Error ? error.message : error}`)
    await setTrouble(db, use, { word, again: this.#backOff.fail(use, clock.now()) })
    await letGo(db, this.#holder, use)
  }

  async #ask(use: Use, version: string, comment: CommentToTell, stopping: AbortSignal): Promise<void> {
    const { db, clock } = this.#asking
    const known = await this.#known(use)
    const asked = await this.#askAll(comment, known, stopping)
    const at = clock.now()
    await putVersion(db, use, { version, learntFrom: 0, madeAt: at, measured: [] })
    await db.transaction().execute(async (tx) => {
      const held = await holdUse(tx, use, this.#holder, { now: at, until: after(at, HELD) })
      if (!held) return
      await writeTold(tx, use, version, [{ comment, told: { told: asked.told, doubt: 0 } }], at)
      await addThrownAway(tx, use, asked)
    })
    const unread = asked.unread > 0 ? (this.#unread.get(use.request) ?? 0) + 1 : 0
    this.#unread.set(use.request, unread)
    if (unread >= MOST_UNREAD) throw new ModelTrouble('unreadable', 'Its answers are no JSON as asked for.')
  }

  async #askAll({ texts }: CommentToTell, known: Known, stopping: AbortSignal) {
    const { endpoint } = this.#asking
    const told: Told[][] = []
    let [misquoted, unread] = [0, 0]
    for (const { text } of texts) {
      const here: Told[] = []
      for (const { start, end } of piecesOf(text)) {
        const piece = text.slice(start, end)
        const answer = await askReadable(endpoint, piece, known, stopping)
        if (!answer) unread += 1
        else {
          misquoted += answer.misquoted
          here.push(
            ...answer.told.map((one) => ({ ...one, starts: one.starts + start, ends: one.ends + start })),
          )
        }
      }
      told.push(here)
    }
    return { told, misquoted, unread }
  }

  async #known({ process }: Use): Promise<Known> {
    const { db } = this.#asking
    const issues = (await findProcess(db, process))?.issues ?? []
    return { issues, codes: inUse(await listCodes(db, process)) }
  }
}

/** An answer that is too large is one that cannot be read: it is about this text, and the next one may do. */
async function askReadable(endpoint: Endpoint, text: string, known: Known, stopping: AbortSignal) {
  try {
    return readAnswer(await askModel(endpoint, questionOf(text, known), stopping), text, known)
  } catch (error) {
    if (error instanceof ModelTrouble && error.word === 'unreadable') return undefined
    throw error
  }
}
