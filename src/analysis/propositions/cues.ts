import type { Sparse } from './logistic.ts'

/** Words that tell an experience, a demand, a fact, a judgement or a source. */
const lexicons: readonly RegExp[] = [
  /\b(i|i'm|i've|i'd|i'll)\b/g,
  /\b(my|mine|me|myself)\b/g,
  /\b(we|we're|we've)\b/g,
  /\b(our|us|ours)\b/g,
  /\b(you|your)\b/g,
  /\b(they|their|them)\b/g,
  /\b(he|she|his|her|him)\b/g,
  /\b(should|must|need to|needs to|needed|ought|require|required|shall|have to|has to)\b/g,
  /\b(would|could|might|may)\b/g,
  /\b(will|can|cannot|can't|won't)\b/g,
  /\b(please|urge|recommend|suggest|propose|support|oppose|ask|request|encourage|consider|believe|think|feel|hope|agree|disagree|opinion)\b/g,
  /\b(was|were|had|did|didn't|wasn't|got|went|told|said|received|called|made|took|came|gave|paid|tried|kept|found)\b/g,
  /\b[a-z]{2,}ed\b/g,
  /\b(have|has|been)\b/g,
  /\b(is|are|isn't|aren't)\b/g,
  /\d/g,
  /%|percent/g,
  /\$/g,
  /https?:|www\.|\.(com|org|gov|pdf|html?)\b/g,
  /\b(19|20)\d\d\b/g,
  /\b(see|section|u\.?s\.?c|c\.?f\.?r|id\.|v\.|act|§|survey|study|report|according)\b/g,
  /\?/g,
  /!/g,
  /["“”]/g,
  /\b(not|no|never|[a-z]+n't|none|nothing)\b/g,
  /\b(if|when|unless|because|since|so|therefore|thus|however|but)\b/g,
  /\b(unfair|wrong|bad|good|great|ridiculous|important|unreasonable|reasonable|abusive|harass[a-z]*|fair|better|best|worse|excessive|burden[a-z]*|impossible|difficult|easy|clear[a-z]*|appropriate|necessary|outrageous|effective|harm[a-z]*)\b/g,
  /\b(husband|wife|son|daughter|mother|father|brother|sister|friend|neighbor|phone|house|home|work|job|office)\b/g,
  /\b(consumers?|industry|companies|people|everyone|anyone|many|most|some|all|often|usually|always)\b/g,
]

/** Where a proposition stands among those of its comment. */
export interface Standing {
  at: number
  of: number
}

const SHAPES = 11
export const CUES = 2 * lexicons.length + SHAPES
const MOST_READ = 5000
/** Cues weigh half as much as words. */
const WEIGHT = 0.5

const yes = (fact: boolean) => (fact ? 1 : 0)

function shapesOf(text: string, words: number, { at, of }: Standing): number[] {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return [
    Math.log(words) / 4,
    yes(words < 6),
    yes(words > 30),
    yes(at === 0),
    yes(at === of - 1),
    of > 1 ? at / (of - 1) : 0.5,
    Math.log(of) / 3,
    yes(of === 1),
    capitals / Math.max(1, text.length),
    yes(/^\p{Ll}/u.test(text)),
    yes(/^\s*(and|but|so|or|because|which)\b/i.test(text)),
  ]
}

/** Which cues stand in a proposition, how dense, and how it is shaped; a sparse vector of width `CUES`. */
export function cuesOf(text: string, standing: Standing): Sparse {
  const read = text.slice(0, MOST_READ)
  const plain = read.toLowerCase().replaceAll('’', "'")
  const words = plain.trim().split(/\s+/).length
  const cues = lexicons.flatMap((lexicon) => {
    const count = plain.match(lexicon)?.length ?? 0
    return [yes(count > 0), Math.min(1, (3 * count) / words)]
  })
  const all = [...cues, ...shapesOf(read, words, standing)]
  const places = [...all.keys()].filter((place) => all[place] !== 0)
  return {
    places: Int32Array.from(places),
    values: Float32Array.from(places, (place) => WEIGHT * (all[place] ?? 0)),
  }
}
