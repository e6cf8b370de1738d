/** What stood where the cleaned text now shows a stand-in. */
export type Unprintable = 'nul' | 'lone-surrogate' | 'control' | 'direction-override'

export interface Replaced {
  what: Unprintable
  count: number
}

export interface CleanText {
  text: string
  replaced: Replaced[]
}

const stranger = /[[\p{Cc}\p{Cs}\u202d\u202e]--[\n\t]]/gv
const replacement = '\ufffd'

function kindOf(character: string): Unprintable {
  if (character === '\0') return 'nul'
  if (/\p{Cs}/u.test(character)) return 'lone-surrogate'
  return /\p{Cc}/u.test(character) ? 'control' : 'direction-override'
}

/** Unicode has pictures for the C0 controls, so that a reader sees which one stood there. */
function standIn(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x7f) return '\u2421'
  return code > 0 && code < 0x20 ? String.fromCharCode(0x2400 + code) : replacement
}

/** One kind of line end, whichever machine the text was typed on; a form feed or U+2029 ends a paragraph. */
export function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\v]/g, '\n').replace(/[\f\u2029]/g, '\n\n')
}

/**
 * Text that PostgreSQL can hold and a page can show: no word is lost, and what had to be replaced is counted.
 * Overrides of the writing direction go because they let a text read otherwise than it is (CVE-2021-42574).
 */
export function cleanText(raw: string): CleanText {
  const counts = new Map<Unprintable, number>()
  const text = normaliseLineEnds(raw.replace(/^\ufeff+/, '')).replace(stranger, (character) => {
    const what = kindOf(character)
    counts.set(what, (counts.get(what) ?? 0) + 1)
    return standIn(character)
  })
  return { text, replaced: [...counts].map(([what, count]) => ({ what, count })) }
}
