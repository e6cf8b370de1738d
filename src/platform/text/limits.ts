/** What a person may write at most, in characters as a person counts them. */
export const limits = { name: 200, title: 300, answer: 100_000, rationale: 10_000 } as const

/** Characters as a person counts them: a line end is one, and so is a letter beyond the first plane. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text.replaceAll('\r\n', '\n')) count += 1
  return count
}

/** How many characters too many the text has; nothing to mend at 0. */
export function charactersTooMany(text: string, limit: number): number {
  return Math.max(0, countCharacters(text) - limit)
}
