/** What is looked at of what somebody typed; the rest could only narrow further, and costs whoever answers. */
export const MOST_LETTERS = 300

const unbroken =
  '\\u0e00-\\u0fff\\u1000-\\u109f\\u1780-\\u17ff\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3' +
  '\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
const runs = new RegExp(`[${unbroken}]+`, 'gv')
const word = new RegExp(`[[\\p{L}\\p{M}\\p{N}]--[${unbroken}]]+`, 'gv')
const hasLetter = /[\p{L}\p{N}]/u

/** Words somebody asks for: `-` before one leaves out, quotes make a phrase, `or` stands between two. */
interface Term {
  not: boolean
  phrase: boolean
  text: string
}

function termsIn(asked: string): Term[] {
  const kept = asked
    .slice(0, MOST_LETTERS)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/[“”„«»]/g, '"')
  return [...kept.matchAll(/(-?)"([^"]*)"?|(-?)([^\s"]+)/gu)]
    .map(([, notPhrase, phrase, notWord, single = '']) => ({
      not: (notPhrase ?? notWord) === '-',
      phrase: phrase !== undefined,
      text: phrase ?? single,
    }))
    .filter(({ text }) => hasLetter.test(text))
}

const isOr = ({ not, phrase, text }: Term) => !not && !phrase && text.toLowerCase() === 'or'

/** Each term as the database reads it; what is written without spaces is looked for as it is written. */
export function termsAsked(asked: string): string[] {
  return termsIn(asked).map((term) => {
    const quoted = term.phrase || term.text.search(runs) >= 0
    return `${term.not ? '-' : ''}${quoted ? `"${term.text}"` : term.text.replace(/^-+/, '')}`
  })
}

/** What is only to be left out, as though it were asked for; nothing where some word is asked for. */
export function termsLeftOut(asked: string): string[] | undefined {
  const terms = termsIn(asked).filter((term) => !isOr(term))
  if (terms.length === 0 || terms.some((term) => !term.not)) return undefined
  return termsAsked(asked)
    .flatMap((term) => (term.startsWith('-') ? ['or', term.slice(1)] : []))
    .slice(1)
}

/** The words that a comment found holds, as far as they are there to be seen. */
export function wordsWanted(asked: string): string {
  const wanted = termsIn(asked).filter((term) => !term.not && !isOr(term))
  return wanted.map(({ text }) => text).join(' ')
}

export const wordsOf = (text: string): string[] => text.match(word) ?? []

/** A stretch of text, marked where it is what was looked for. */
export interface Piece {
  text: string
  marked: boolean
}

interface Hit {
  from: number
  to: number
}

/** Where the text says what was looked for: one of these words in one of its forms, or a run of letters itself. */
function hitsIn(text: string, forms: ReadonlySet<string>, wanted: string): Hit[] {
  const letters = new Set(wanted.match(runs) ?? [])
  const literal = [...letters].flatMap((run) =>
    [...text.matchAll(new RegExp(run, 'gu'))].map(({ index }) => ({
      from: index,
      to: index + run.length,
    })),
  )
  const worded = [...text.matchAll(word)]
    .filter(([found]) => forms.has(found))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
  return [...literal, ...worded].sort((a, b) => a.from - b.from || b.to - a.to)
}

const AROUND = 110
const FRAGMENTS = 2

/** Stretches of the text around its first hits, none of which overlap. */
function stretchesAround(text: string, hits: readonly Hit[]): Hit[] {
  const stretches: Hit[] = []
  for (const { from, to } of hits) {
    const last = stretches.at(-1)
    if (last && to <= last.to) continue
    if (stretches.length === FRAGMENTS) break
    stretches.push({
      from: startOfWord(text, Math.max(last?.to ?? 0, from - AROUND), from),
      to: endOfWord(text, to),
    })
  }
  return stretches
}

function startOfWord(text: string, start: number, hit: number): number {
  if (start === 0) return 0
  const space = text.slice(start, hit).search(/\s/)
  return space >= 0 ? start + space + 1 : whole(text, start)
}

function endOfWord(text: string, hit: number): number {
  const end = Math.min(text.length, hit + AROUND)
  if (end === text.length) return end
  const space = text.slice(hit, end).search(/\s\S*$/)
  return space >= 0 ? hit + space : whole(text, end)
}

/** Never through the middle of a letter. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at)

/** What the text says around what was looked for; nothing where it does not say it. */
export function fragmentsOf(text: string, forms: ReadonlySet<string>, wanted: string): Piece[][] {
  const hits = hitsIn(text, forms, wanted)
  return stretchesAround(text, hits).map((stretch) => piecesOf(text, stretch, hits))
}

function piecesOf(text: string, { from, to }: Hit, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const take = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end).replace(/\s+/g, ' '), marked })
    at = Math.max(at, end)
  }
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    take(hit.from, false)
    take(hit.to, true)
  }
  take(to, false)
  if (from > 0) pieces.unshift({ text: '…', marked: false })
  return to < text.length ? [...pieces, { text: '…', marked: false }] : pieces
}
