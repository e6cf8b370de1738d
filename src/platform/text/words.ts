// Scripts that put no space between words count a character as a word: readers manage about as many a minute.
const spaceless = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}'
const letter = `[[\\p{L}\\p{M}\\p{N}_]--[${spaceless}]]`
const word = new RegExp(`[${spaceless}]|${letter}+(?:['’.,‑\\-]${letter}+)*`, 'gv')

export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(word)) count += 1
  return count
}

/** Silent reading of non-fiction, English: Brysbaert 2019, doi:10.1016/j.jml.2019.104047. */
const wordsAMinute = 238

/** Whole minutes that a reader needs, at least one. */
export function minutesToRead(words: number): number {
  return Math.max(1, Math.ceil(words / wordsAMinute))
}
