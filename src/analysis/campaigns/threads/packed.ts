import { BANDS } from '../engine/min-hash.ts'
import type { ReadText } from '../engine/text-reader.ts'

/** Texts in one array, each as: how many shingles (−1 for a stub), its keys, its shingles. */
export function pack(texts: readonly string[], read: (text: string) => ReadText): Int32Array<ArrayBuffer> {
  let packed = new Int32Array(64 * texts.length)
  let end = 0
  for (const text of texts) {
    const { isStub, shingles, keys } = read(text)
    if (end + 1 + BANDS + shingles.length > packed.length) packed = wider(packed, end + shingles.length)
    packed[end] = isStub ? -1 : shingles.length
    packed.set(keys, end + 1)
    packed.set(shingles, end + 1 + BANDS)
    end += 1 + BANDS + shingles.length
  }
  return packed.subarray(0, end)
}

function wider(packed: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * (least + 1 + BANDS))
  more.set(packed)
  return more
}

/** What `pack` packed, in its order, as views of the same array. */
export function unpack(packed: Int32Array): ReadText[] {
  const texts: ReadText[] = []
  for (let at = 0; at < packed.length; ) {
    const length = packed[at] as number
    const [keys, shingles] = [at + 1, at + 1 + BANDS]
    const end = shingles + Math.max(0, length)
    texts.push({
      isStub: length < 0,
      keys: packed.subarray(keys, shingles),
      shingles: packed.subarray(shingles, end),
    })
    at = end
  }
  return texts
}
