/** The types whose words give them away. */
export type LexicalType = 'policy' | 'fact' | 'testimony' | 'reference'

interface TypeWords {
  /** The first that fits is told. */
  types: readonly (readonly [LexicalType, RegExp])[]
}

const en: TypeWords = {
  types: [
    [
      'reference',
      /https?:|www\.|\bu\.?s\.?c\b|\bc\.?f\.?r\b|§|\bdoi\b|\bfed\. reg|\bv\. [A-Z]|\bdirective \d/iu,
    ],
    [
      'policy',
      /\b(?:should|must|shall|ought to|needs? to be|(?:we|i|please) (?:\w+ )?(?:urge|recommend|propose|suggest|request|ask that|call (?:on|for))|please (?:\w+ )?(?:ban|require|stop|allow|make|consider|adopt|do not|don.t)|ha(?:s|ve) to be)\b/iu,
    ],
    [
      'testimony',
      /\b(?:i|we|my \w+)(?: \w+)? (?:was|were|had|got|went|told|received|paid|tried|bought|called|lost|found|worked|used|have been|asked|[a-z]{3,}ed)\b|\bin (?:my|our) experience\b/iu,
    ],
    [
      'fact',
      /\b\d[\d.,]*\s?(?:%|percent|per cent|million|billion|years?|months?|days?)|\b(?:study|survey|report|according to|research|data|statistics|evidence) (?:\w+ )?(?:shows?|found|finds?|suggests?|indicates?|by|from|that)\b|\baccording to\b/iu,
    ],
  ],
}

const fr: TypeWords = {
  types: [
    [
      'reference',
      /https?:|www\.|(?<!\p{L})(?:article [LR]?\.? ?\d|directive|règlement \(|décret n|loi n|doi)|§/iu,
    ],
    [
      'policy',
      /(?<!\p{L})(?:devraient?|doivent|doit|devrons|il faut|il faudrait|faut-il|nous (?:demandons|proposons|recommandons|invitons|suggérons)|je (?:demande|propose|recommande|suggère)|veuillez)(?!\p{L})/iu,
    ],
    [
      'testimony',
      /(?<!\p{L})(?:j’ai|nous avons|j’étais|j’avais|mon expérience|notre expérience|je suis allée?|on m’a)(?!\p{L})/iu,
    ],
    [
      'fact',
      /\d[\d., {2}]*\s?(?:%|pour cent|millions?|milliards?|ans|mois|jours)|(?<!\p{L})(?:selon|d’après) (?:une?|les?|la|l’)|(?<!\p{L})(?:étude|enquête|rapport)s? (?:montre|indique|constate)/iu,
    ],
  ],
}

const lists: Readonly<Record<string, TypeWords>> = { en, fr }
const MOST_READ = 2000

/**
 * What a sentence is by its words alone, before anybody has coded one: a demand, an experience, a source, a fact; nothing
 * of a judgement, which has no words of its own. English and French; of another language nothing is said.
 */
export function lexicalType(sentence: string, language: string): LexicalType | undefined {
  const text = sentence.slice(0, MOST_READ).replaceAll("'", '’')
  return lists[language]?.types.find(([, words]) => words.test(text))?.[0]
}
