const syllables = ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'vo', 'zen']

/** A made-up word: the first are frequent in `variedWords`, as few words are in every language; each has its own letters. */
export function madeWord(rank: number): string {
  return [...String(rank + 100)].map((digit) => syllables[Number(digit)]).join('')
}

/** Words as they come in a language: how often one comes falls with its rank (Zipf); the same for the same seed. */
export function variedWords(seed: number, count: number, vocabulary = 20_000): string {
  let state = (seed * 2_654_435_761) % 2 ** 32
  return Array.from({ length: count }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return madeWord(Math.floor(vocabulary ** (state / 2 ** 32)) - 1)
  }).join(' ')
}
