import type { ExcerptKind } from '../../coding/model.ts'
import { lexicalType } from '../../propositions/lexical-types.ts'
import { trainTypes } from '../../propositions/train-types.ts'
import type { Example } from '../learning/examples.ts'
import type { TextToRead } from '../model.ts'
import { partOf, surest } from './parts.ts'
import type { Reader } from './reader.ts'
import { sentencesIn } from './sentences-in.ts'
import { trackRecord } from './track-record.ts'

/** From so many on it learns what a kind looks like; before, it goes by lists of words. */
const FEWEST_EXAMPLES = 40
const FEWEST_OF_A_KIND = 8
const LIKELY = 0.5

type Teller = (
  texts: readonly string[],
  language: string,
) => ({ kind: ExcerptKind; sure: number } | undefined)[]

function byWords(examples: readonly (Example & { kind: ExcerptKind })[]): Teller {
  const sure = trackRecord(
    examples.flatMap(({ text, language, kind }) => {
      const said = lexicalType(text, language)
      return said === undefined ? [] : [{ said, right: said === kind }]
    }),
  )
  return (texts, language) =>
    texts.map((text) => {
      const kind = lexicalType(text, language)
      return kind && { kind, sure: sure(kind) }
    })
}

function byLearning(examples: readonly (Example & { kind: ExcerptKind })[]): Teller {
  const comments = [...Map.groupBy(examples, ({ comment }) => comment).values()]
  const model = trainTypes(comments.map((all) => all.map(({ text, kind }) => ({ text, type: kind }))))
  return (texts) =>
    texts.length === 0
      ? []
      : model.typesOf(texts).map(({ type, probability }) => ({ kind: type, sure: probability }))
}

/** Tells evidence and demands; a judgement, which most sentences are, is told only where a person marked the words. */
export function readKinds(examples: readonly Example[]): Reader {
  const typed = examples.flatMap(({ kind, ...one }) => (kind ? [{ ...one, kind }] : []))
  const kinds = [...Map.groupBy(typed, ({ kind }) => kind).values()]
  const known = kinds.filter(({ length }) => length >= FEWEST_OF_A_KIND).flat()
  const learns = typed.length >= FEWEST_EXAMPLES && new Set(known.map(({ kind }) => kind)).size > 1
  const tell = learns ? byLearning(known) : byWords(typed)
  return {
    read: (texts) => ({ told: surest(texts.map((text) => readText(tell, text))), doubt: 0 }),
    judge({ text, language }) {
      const [told] = tell([text], language)
      return told ? [partOf({ kind: told.kind, confidence: told.sure })] : []
    },
  }
}

function readText(tell: Teller, one: TextToRead) {
  const sentences = sentencesIn(one)
  const texts = sentences.map(({ start, end }) => one.text.slice(start, end))
  const told = tell(texts, one.language)
  return sentences.flatMap(({ start, end }, at) => {
    const { kind, sure: confidence } = told[at] ?? { kind: 'value', sure: 0 }
    const says = kind !== 'value' && confidence >= LIKELY
    return says ? [{ starts: start, ends: end, parts: [partOf({ kind, confidence })] }] : []
  })
}
