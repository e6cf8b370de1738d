/** A comment may be a book. */
const MOST_LETTERS = 8_000_000

/** The first of these, as many as fit into memory together; at least one. */
export function asManyAsFit<One>(all: readonly One[], lettersOf: (one: One) => number): One[] {
  let letters = 0
  const tooMany = all.findIndex((one, at) => {
    letters += lettersOf(one)
    return at > 0 && letters > MOST_LETTERS
  })
  return tooMany < 0 ? [...all] : all.slice(0, tooMany)
}
