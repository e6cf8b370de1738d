const EMPTY = 0n
const firstSize = 1 << 12

/**
 * Counts how often each hash came, in twelve bytes a slot: a million rows take some 25 MB, where a map of texts takes ten
 * times that.
 */
export function repeats(): (hash: Buffer) => number {
  let keys = new BigUint64Array(firstSize)
  let counts = new Uint32Array(firstSize)
  let filled = 0

  function slotOf(key: bigint, among: BigUint64Array): number {
    let slot = Number(key % BigInt(among.length))
    while (among[slot] !== EMPTY && among[slot] !== key) slot = (slot + 1) % among.length
    return slot
  }

  function grow(): void {
    const moved = { keys: new BigUint64Array(keys.length * 2), counts: new Uint32Array(keys.length * 2) }
    keys.forEach((key, slot) => {
      if (key === EMPTY) return
      const to = slotOf(key, moved.keys)
      moved.keys[to] = key
      moved.counts[to] = counts[slot] ?? 0
    })
    keys = moved.keys
    counts = moved.counts
  }

  return (hash) => {
    const key = hash.readBigUInt64LE() || 1n
    const slot = slotOf(key, keys)
    if (keys[slot] === EMPTY) filled += 1
    keys[slot] = key
    const count = (counts[slot] ?? 0) + 1
    counts[slot] = count
    if (filled * 2 > keys.length) grow()
    return count
  }
}
