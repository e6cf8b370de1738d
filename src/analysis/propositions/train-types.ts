import { fitFollows, inContext } from './chain.ts'
import { fitByContrast } from './fit-by-contrast.ts'
import { fitByWords } from './fit-by-words.ts'
import { type Reader, readProposition } from './read-proposition.ts'

/** A proposition that a person said the type of. */
export interface TypedProposition<Type extends string> {
  text: string
  type: Type
}

export interface ToldType<Type extends string> {
  type: Type
  /** From 0 to 1; sums to 1 over all types. */
  probability: number
}

/** What was learnt of types from what people coded. */
export interface TypeModel<Type extends string> {
  types: readonly Type[]
  /** The propositions of one comment, in their order: what stands beside each is looked at too. */
  typesOf(texts: readonly string[]): ToldType<Type>[]
}

/** Two readers that err in different places, as one: the geometric mean. */
function together(one: readonly number[], other: readonly number[]): number[] {
  const both = one.map((own, type) => Math.sqrt((own + 1e-6) * ((other[type] ?? 0) + 1e-6)))
  const sum = both.reduce((a, b) => a + b, 0)
  return both.map((own) => own / sum)
}

/**
 * Learns what type a proposition is of (value, testimony, fact, policy, reference, or whatever the types are): TF-IDF of
 * words 1–3, of signs 3–5 and of the sentence’s build, with cues, by logistic regression; log-count ratios beside it; and
 * which type follows which within a comment. Nothing is loaded and nothing leaves the machine.
 * @param comments their propositions in their order, each with the type that people gave it; two types at least
 * @returns the same model for the same examples. Some 10 s for 4,000 propositions.
 */
export function trainTypes<Type extends string>(
  comments: readonly (readonly TypedProposition<Type>[])[],
): TypeModel<Type> {
  const types = [...new Set(comments.flat().map(({ type }) => type))].sort()
  if (types.length < 2) throw new RangeError('There must be examples of two types at least.')
  const labels = comments.map((comment) => comment.map(({ type }) => types.indexOf(type)))
  const read = comments.flatMap((comment) => readProposition(comment.map(({ text }) => text)))
  const readers: Reader[] = [fitByWords, fitByContrast].map((learn) =>
    learn(read, labels.flat(), types.length),
  )
  const follows = fitFollows(labels, types.length)
  const typesOf = (texts: readonly string[]): ToldType<Type>[] => {
    const alone = readProposition(texts).map((one) => {
      const [byWords = [], byContrast = []] = readers.map((reader) => reader(one))
      return together(byWords, byContrast)
    })
    return inContext(alone, follows).map((probabilities) => best(types, probabilities))
  }
  return { types, typesOf }
}

function best<Type extends string>(types: readonly Type[], probabilities: readonly number[]): ToldType<Type> {
  const told = types.map((type, at) => ({ type, probability: probabilities[at] ?? 0 }))
  return told.reduce((most, one) => (one.probability > most.probability ? one : most))
}

/** The type of a proposition that stands alone. */
export function typeOf<Type extends string>(
  model: TypeModel<Type>,
  text: string,
): ToldType<Type> | undefined {
  return model.typesOf([text])[0]
}
