import { grown } from './grown.ts'

/** Which things belong together, as pairs of them are tied (union by size with path halving; Tarjan 1975). */
export class Union {
  #parent = new Int32Array(1024)
  #size = new Int32Array(1024)
  #count = 0

  /** One more, alone; its number is how many there were before. */
  add(): number {
    this.#parent = grown(this.#parent, this.#count + 1)
    this.#size = grown(this.#size, this.#count + 1)
    this.#parent[this.#count] = this.#count
    this.#size[this.#count] = 1
    this.#count += 1
    return this.#count - 1
  }

  /** The one that stands for all that this one belongs together with. */
  find(one: number): number {
    const parent = this.#parent
    let at = one
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }

  /** Alone again; to be said of all that belong together, or of none. */
  untie(one: number): void {
    this.#parent[one] = one
    this.#size[one] = 1
  }

  tie(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)]
    if (a === b) return
    const [large, small] = (this.#size[a] ?? 0) >= (this.#size[b] ?? 0) ? [a, b] : [b, a]
    this.#parent[small] = large
    this.#size[large] = (this.#size[large] ?? 0) + (this.#size[small] ?? 0)
  }
}
