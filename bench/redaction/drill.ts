import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from '../kit/stored-comments.ts'
import type { Case } from './cases.ts'
import { type House, openHouse } from './house.ts'
import { type Fate, moderate, sendComment } from './moderate.ts'
import type { Place } from './places.ts'
import { countFound, haveDocket, haveFile, havePublic } from './published.ts'
import { askTools, findTools, type Tools } from './tools.ts'
import { bare, viewsOf } from './views.ts'

/** Files of one comment. */
const AT_ONCE = 8

export interface Hit {
  place: Case['place']
  end: string
  secret: string
  where: string
}

export interface Drilled {
  cases: number
  /** How many documents of each place were dealt with how. */
  fates: Map<Case['place'], Map<Fate, number>>
  hits: Hit[]
  tools: Tools
}

export interface Orders {
  cases: Iterable<Case>
  /** A place that the product is made not to handle: its files are offered in spite of all. */
  plant?: Place | undefined
  tell(line: string): void
}

const holds = (secret: string, bytes: Buffer): boolean => {
  const sought = bare(secret)
  for (const view of viewsOf(bytes)) if (bare(view).includes(sought)) return true
  return false
}

function* groupsOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = []
  for (const one of all) {
    group.push(one)
    if (group.length === size) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

class Drill {
  readonly #seen: Case[] = []
  readonly #house: House
  readonly #orders: Orders
  readonly drilled: Drilled = { cases: 0, fates: new Map(), hits: [], tools: findTools() }

  constructor(house: House, orders: Orders) {
    this.#house = house
    this.#orders = orders
  }

  async post(cases: readonly Case[]): Promise<void> {
    const number = await sendComment(this.#house, cases)
    const fates = await moderate(this.#house, number, cases)
    await this.#plant(number, cases)
    for (const [at, one] of cases.entries()) {
      await this.#lookAt(number, at, one, fates[at] ?? 'offered')
      await this.#search(one)
    }
    const published = await havePublic(this.#house, number, cases.length)
    for (const { address, bytes } of published) this.#compare(address, bytes, cases)
    this.#seen.push(...cases)
    this.drilled.cases += cases.length
  }

  /** Offers the files that hold words in the planted place, as a product would that knew nothing of it. */
  async #plant(number: string, cases: readonly Case[]): Promise<void> {
    const planted = cases.flatMap(({ place }, at) => (place === this.#orders.plant ? [at] : []))
    if (planted.length === 0) return
    await ask(
      this.#house.product,
      `update docket.attachment set held_back = false where position = any($2) and comment_id =
        (select id from docket.comment where number = $1)`,
      number,
      planted,
    )
  }

  async #lookAt(number: string, at: number, one: Case, told: Fate): Promise<void> {
    const bytes = await haveFile(this.#house, number, at + 1)
    this.#count(one, told, bytes !== undefined)
    if (!bytes) return
    // What a document was made to hold it holds, whether or not a program here finds it.
    if (one.place !== 'nothing') this.#hit(one, `/comments/${number}/attachments/${at + 1}/file is offered`)
    if (holds(one.secret, bytes)) this.#hit(one, 'the file, by our own search')
    const path = join(this.#house.product.folder, `offered.${one.end}`)
    await writeFile(path, bytes)
    for (const [tool, said] of await askTools(this.drilled.tools, path))
      if (holds(one.secret, said)) this.#hit(one, `the file, by ${tool}`)
  }

  /** Of a file that no sentence of the page named, and that is not offered, words were marked in its text. */
  #count({ place }: Case, told: Fate, offered: boolean): void {
    const heldBack = told === 'offered' ? 'marked' : told
    const fate = offered ? 'offered' : heldBack
    const fates = this.drilled.fates.get(place) ?? new Map<Fate, number>()
    this.drilled.fates.set(place, fates.set(fate, (fates.get(fate) ?? 0) + 1))
  }

  async #search(one: Case): Promise<void> {
    if ((await countFound(this.#house, one.secret)) > 0) this.#hit(one, 'the search of the docket')
  }

  #compare(address: string, bytes: Buffer, cases: readonly Case[]): void {
    const views = [...viewsOf(bytes)].map(bare)
    for (const one of cases) {
      const sought = bare(one.secret)
      if (views.some((view) => view.includes(sought))) this.#hit(one, address)
    }
  }

  #hit({ place, end, secret }: Case, where: string): void {
    this.drilled.hits.push({ place, end, secret, where })
    this.#orders.tell(`HIT: ${place} of ${end}, “${secret}”, in ${where}`)
  }

  async lookAtDocket(): Promise<void> {
    for (const { address, bytes } of await haveDocket(this.#house)) this.#compare(address, bytes, this.#seen)
  }
}

/** Sends documents with words to be left out, redacts and posts them as a moderator does, and searches all that is public. */
export async function drillRedaction(orders: Orders): Promise<Drilled> {
  const house = await openHouse()
  try {
    const drill = new Drill(house, orders)
    let next = 0
    for (const cases of groupsOf(orders.cases, AT_ONCE)) {
      await drill.post(cases)
      next += cases.length
      if (next % 200 < AT_ONCE) orders.tell(`${next} documents`)
    }
    await drill.lookAtDocket()
    return drill.drilled
  } finally {
    await house.product.remove()
  }
}
