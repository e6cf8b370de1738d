import type { Stretch } from '../../platform/text/index.ts'
import { splitSentences } from '../sentences/split-sentences.ts'
import { type CuedPosition, type Lexicon, lexiconOf } from './lexicons.ts'

/** A sentence that shows a position, and by which words. */
export interface Cue {
  position: CuedPosition
  sentence: Stretch
  /** The words that show it; of a question the whole sentence. */
  words: Stretch
}

/** So many letters before a cue a “not” turns it round. */
const REACH = 24

interface Found extends Stretch {
  turned: boolean
}

function findCue(sentence: string, cue: RegExp, negation: RegExp): Found | undefined {
  const [found] = sentence.matchAll(cue)
  if (!found) return undefined
  const before = sentence.slice(Math.max(0, found.index - REACH), found.index)
  const turned = [...before.matchAll(negation)].length % 2 === 1
  return { start: found.index, end: found.index + found[0].length, turned }
}

interface Judged {
  position: CuedPosition
  words: Stretch
}

function judge(sentence: string, lexicon: Lexicon): Judged | undefined {
  if (sentence.includes('?') && lexicon.question.test(sentence))
    return { position: 'question', words: { start: 0, end: sentence.length } }
  const support = findCue(sentence, lexicon.support, lexicon.negation)
  const oppose = findCue(sentence, lexicon.oppose, lexicon.negation)
  // Where both are cued, neither is told: that is for a person to read.
  if (support && oppose) return undefined
  if (support) return { position: supportOf(sentence, support, lexicon), words: support }
  // “We do not oppose” is not yet support.
  return oppose && !oppose.turned ? { position: 'oppose', words: oppose } : undefined
}

function supportOf(sentence: string, { turned }: Found, { condition }: Lexicon): CuedPosition {
  if (turned) return 'oppose'
  return sentence.search(condition) >= 0 ? 'support-with-condition' : 'support'
}

/**
 * Sentences that show a position by their words: support, support with a condition, opposition, or a question. A
 * suggestion for a coder, by lists of words and no more: irony, quotations and what another sentence takes back are not
 * seen, and nothing is said of a sentence with cues for both sides.
 * @param language an ISO 639-1 code; English and French are known, and of another language nothing is said
 * @returns stretches of the text in UTF-16 units, half-open
 */
export function* cuePositions(text: string, language: string): Generator<Cue> {
  const lexicon = lexiconOf(language)
  if (!lexicon) return
  for (const sentence of splitSentences(text, language)) {
    const judged = judge(evenSigns(text.slice(sentence.start, sentence.end)), lexicon)
    if (!judged) continue
    const { position, words } = judged
    const placed = { start: sentence.start + words.start, end: sentence.start + words.end }
    yield { position, sentence, words: placed }
  }
}

/** One apostrophe for all, of the same length. */
const evenSigns = (text: string) => text.replaceAll("'", '’').replaceAll('n’t', "n't")
