import { mix } from './mix.ts'

const isWord = /[\p{L}\p{N}_]/u
const isUnbroken =
  /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u

/**
 * What each UTF-16 unit is: 0 stands between words, 1 belongs to one, 2 is one alone (scripts without spaces), 3 is half
 * of a letter.
 */
const kinds = Uint8Array.from({ length: 0x1_00_00 }, (_, unit) => {
  const letter = String.fromCharCode(unit)
  // Halves of a pair: nearly all of them are letters of old scripts and rare Chinese signs, or no words at all.
  if (unit >= 0xd800 && unit < 0xe000) return 3
  if (!isWord.test(letter)) return 0
  return isUnbroken.test(letter) ? 2 : 1
})

const [between, within, alone, half] = [0, 1, 2, 3]

const FNV_START = 0x811c_9dc5
const FNV_PRIME = 0x0100_0193

/** Numbers for the words of a text, in their order. */
export class WordReader {
  /** The words of the text read last; only the first `count` are its own. */
  words = new Int32Array(1024)
  count = 0
  #hash = FNV_START
  #inside = false

  /**
   * Reads the words of a text: runs of Unicode letters, digits and underscore; of scripts without spaces (Chinese,
   * Japanese, Thai, Lao, Khmer, Burmese, Tibetan) each letter is a word.
   * @param text as `plainly` gives it
   * @returns how many words there are
   */
  read(text: string): number {
    this.count = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      const kind = kinds[unit] as number
      this.#take(unit, kind === half ? kindOfPair(text, at) : kind)
    }
    this.#end()
    return this.count
  }

  #take(unit: number, kind: number): void {
    if (kind !== within) this.#end()
    if (kind === between) return
    this.#hash = Math.imul((this.#inside ? this.#hash : FNV_START) ^ unit, FNV_PRIME)
    this.#inside = true
    if (kind === alone) this.#end()
  }

  #end(): void {
    if (this.#inside) this.#add(this.#hash)
    this.#inside = false
  }

  #add(hash: number): void {
    if (this.count === this.words.length) {
      const wider = new Int32Array(2 * this.words.length)
      wider.set(this.words)
      this.words = wider
    }
    this.words[this.count] = mix(hash)
    this.count += 1
  }
}

/** Both halves of a letter beyond the first 65,536 belong to a word, or neither. */
function kindOfPair(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const start = unit >= 0xdc00 ? at - 1 : at
  return isWord.test(String.fromCodePoint(text.codePointAt(start) ?? 0)) ? 1 : 0
}
