const EMPTY = -1
const FULL = 0.6
const FIRST_SIZE = 1 << 14

const emptied = (slots: number) => new Int32Array(2 * slots).fill(EMPTY)

/** Which texts share a key: a hash table with open addressing, and behind each key a chain that begins with the last. */
export class BandTable {
  /** Key and first entry of each slot beside each other: a look at both costs one way to memory. */
  #slots = emptied(FIRST_SIZE)
  #used = 0

  /**
   * Puts an entry first in the chain of a key.
   * @returns the entry that was first before, or −1
   */
  put(key: number, entry: number): number {
    if (this.#used > (FULL * this.#slots.length) / 2) this.#widen()
    const slot = this.#slotOf(key)
    const before = this.#slots[slot + 1] as number
    if (before === EMPTY) this.#used += 1
    this.#slots[slot] = key
    this.#slots[slot + 1] = entry
    return before
  }

  /** The entry that is first under this key, or −1. */
  first(key: number): number {
    return this.#slots[this.#slotOf(key) + 1] as number
  }

  #slotOf(key: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (2 * key) & mask
    while (slots[slot + 1] !== EMPTY && slots[slot] !== key) slot = (slot + 2) & mask
    return slot
  }

  #widen(): void {
    const before = this.#slots
    this.#slots = emptied(before.length)
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === EMPTY) continue
      const slot = this.#slotOf(before[at] as number)
      this.#slots[slot] = before[at] as number
      this.#slots[slot + 1] = before[at + 1] as number
    }
  }
}
