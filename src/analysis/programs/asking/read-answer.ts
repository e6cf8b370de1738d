import { excerptKinds, positions } from '../../coding/model.ts'
import type { SuggestedPart } from '../../coding/suggestions/model.ts'
import type { Told } from '../model.ts'
import { partOf } from '../reading/parts.ts'
import type { Known } from './question.ts'

export interface ReadAnswer {
  told: Told[]
  /** Suggestions thrown away: their words do not stand there so. */
  misquoted: number
}

const MOST = 50
const LONGEST_QUOTE = 5000

type Said = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Said => typeof value === 'object' && value !== null

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the model said, out of the envelope of a chat completion. */
function contentOf(answer: string): unknown {
  const whole = parse(answer)
  const choices = isObject(whole) && Array.isArray(whole['choices']) ? whole['choices'] : []
  const message: unknown = isObject(choices[0]) ? choices[0]['message'] : undefined
  const content = isObject(message) ? message['content'] : undefined
  return typeof content === 'string' ? parse(content) : undefined
}

function oneOf<Value extends string>(all: readonly Value[], said: unknown): Value | undefined {
  return all.find((one) => one === said)
}

function partsOf(said: Said, { issues, codes }: Known): SuggestedPart[] {
  const sure = typeof said['sure'] === 'number' ? said['sure'] : 0.5
  const confidence = Math.min(1, Math.max(0, sure))
  const numbers: unknown[] = Array.isArray(said['codes']) ? said['codes'].slice(0, MOST) : []
  const named = [...new Set(numbers)].flatMap((number) => codes[Number(number) - 1]?.id ?? [])
  const issue = issues.find(({ number }) => number === said['issue'])?.id
  const position = oneOf(positions, said['position'])
  const kind = oneOf(excerptKinds, said['kind'])
  return [
    ...named.map((code) => partOf({ code, confidence })),
    ...(issue ? [partOf({ issue, confidence })] : []),
    ...(position ? [partOf({ position, confidence })] : []),
    ...(kind ? [partOf({ kind, confidence })] : []),
  ]
}

/** Where a quote stands, letter for letter; nothing where it does not. */
function placeOf(quote: unknown, text: string) {
  if (typeof quote !== 'string' || quote.trim() === '' || quote.length > LONGEST_QUOTE) return undefined
  const starts = text.indexOf(quote)
  return starts < 0 ? undefined : { starts, ends: starts + quote.length }
}

/**
 * Reads what a language model answered: only words that stand in the text just as they are quoted, and only what can be
 * said in this process.
 * @returns nothing where the answer cannot be read at all
 */
export function readAnswer(answer: string, text: string, known: Known): ReadAnswer | undefined {
  const content = contentOf(answer)
  const all: unknown = isObject(content) ? content['suggestions'] : undefined
  if (!Array.isArray(all)) return undefined
  const told = new Map<string, Told>()
  let misquoted = 0
  for (const said of all.slice(0, MOST).filter(isObject)) {
    const place = placeOf(said['quote'], text)
    const parts = partsOf(said, known)
    if (!place) misquoted += 1
    else if (parts.length > 0) told.set(`${place.starts} ${place.ends}`, { ...place, parts })
  }
  return { told: [...told.values()], misquoted }
}
