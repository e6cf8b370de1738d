import type { RedactionId } from '../../moderation/index.ts'
import { type Part, partOf, partsOfText } from '../../record/index.ts'
import type { VersionId } from '../../texts/index.ts'

/** A text of which something is left out, as the public will read it. */
export interface RedactedText {
  version: VersionId
  text: string
  /** The numbers of the paragraphs in which something is left out. */
  paragraphs: readonly number[]
}

/** What is left out of a comment: prepared, searched for what slipped through, and ready to be posted. */
export interface Redacted {
  marks: readonly RedactionId[]
  /** The codes of their reasons. */
  reasons: readonly string[]
  /** By the id of the answer or attachment. */
  texts: ReadonlyMap<string, RedactedText>
  /** The ids of the attachments whose files are not offered. */
  heldBack: ReadonlySet<string>
}

export interface LabelledText {
  label: string
  attachment: boolean
  words: RedactedText
}

/** Beyond it a text is committed to as a whole, since a leaf holds only so many parts. */
const MOST_PARAGRAPHS = 50

const published = 'published '

/** What the leaf that tells of a redaction commits to: the published words of every paragraph that was redacted. */
export function redactedParts(
  { marks, reasons }: Pick<Redacted, 'marks' | 'reasons'>,
  texts: LabelledText[],
) {
  const parts = texts.flatMap(({ label, attachment, words }): Part[] => {
    const of = `${published}${label}`
    if (attachment || words.paragraphs.length > MOST_PARAGRAPHS) return [partOf(of, words.text)]
    const numbers = new Set(words.paragraphs)
    return partsOfText(of, words.text).filter(({ paragraphs = [0] }) => numbers.has(paragraphs[0]))
  })
  return [redactionsPart({ redactions: marks.length, redactedFor: reasons }), ...parts]
}

export function redactionsPart(told: { redactions: number; redactedFor: readonly string[] }): Part {
  return partOf('redactions', `${told.redactions}: ${told.redactedFor.join(', ')}`)
}

const form = /^published (.*?)(?:, paragraph (\d+))?$/

/** The labels of what is not opened in a comment’s own leaf, by the labels of the leaf that tells of the redaction. */
export function leftOutBy(labels: readonly string[]): string[] {
  return labels.flatMap((label) => (form.test(label) ? [label.slice(published.length)] : []))
}

/** The published words that such a part commits to, from the texts as the public reads them now. */
export function wordsOfPart(label: string, texts: ReadonlyMap<string, string>): string | undefined {
  const [, of = '', paragraph] = form.exec(label) ?? []
  const text = texts.get(of)
  if (text === undefined) return undefined
  return paragraph === undefined ? partOf(of, text).text : partsOfText(of, text)[Number(paragraph) - 1]?.text
}
