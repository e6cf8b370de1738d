import { mix } from './mix.ts'

/** Bands, and the minima in each: of pairs of resemblance 0.8 one in 3,000 shares no band, of 0.9 one in 10 million. */
export const BANDS = 20
const ROWS = 5

/** So many minima count in a band that of pairs at the threshold hardly one in thirty shares none. */
export function rowsFor(threshold: number): number {
  if (threshold >= 0.75) return ROWS
  if (threshold >= 0.55) return 3
  return threshold >= 0.4 ? 2 : 1
}

const LARGEST = 0x7fff_ffff

const salts = Int32Array.from({ length: BANDS }, (_, at) => mix(at + 1))
const factors = Int32Array.from({ length: BANDS * ROWS }, (_, at) => mix(at + 0x5bd1_e995) | 1)

/**
 * The keys under which a set is looked up: those that share one are likely alike (Broder 1997; Indyk and Motwani 1998).
 * @param shingles a set of 32-bit numbers, of shape (shingles,), at least one
 * @param rows how many minima count in each band, from 1 to 5
 * @param keys where the keys are written, of shape (BANDS,)
 */
export function bandKeys(shingles: Int32Array, rows: number, keys: Int32Array): void {
  for (let band = 0; band < BANDS; band += 1) keys[band] = bandKey(shingles, band, rows)
}

/** The least number in each of five shuffles of all numbers, as one number; side by side, since that is where time goes. */
function bandKey(shingles: Int32Array, band: number, rows: number): number {
  const [salt, at] = [salts[band] as number, band * ROWS]
  const factorA = factors[at] as number
  const factorB = factors[at + 1] as number
  const factorC = factors[at + 2] as number
  const factorD = factors[at + 3] as number
  const factorE = factors[at + 4] as number
  let [leastA, leastB, leastC, leastD, leastE] = [LARGEST, LARGEST, LARGEST, LARGEST, LARGEST]
  for (let one = 0; one < shingles.length; one += 1) {
    const shingle = (shingles[one] as number) ^ salt
    leastA = Math.min(leastA, Math.imul(shingle, factorA))
    leastB = Math.min(leastB, Math.imul(shingle, factorB))
    leastC = Math.min(leastC, Math.imul(shingle, factorC))
    leastD = Math.min(leastD, Math.imul(shingle, factorD))
    leastE = Math.min(leastE, Math.imul(shingle, factorE))
  }
  let key = join(band, leastA)
  if (rows > 1) key = join(key, leastB)
  if (rows > 2) key = join(key, leastC)
  if (rows > 3) key = join(join(key, leastD), leastE)
  return mix(key)
}

const join = (key: number, least: number): number => Math.imul(key ^ least, 0x0100_0193)
