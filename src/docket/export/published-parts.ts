import { type Part, type PublishedPart, partOf, partOfFile, partsOfText } from '../../record/index.ts'
import { answerLabel, attachmentLabel } from '../comments/comment-parts.ts'

/** What the public reads of a comment, by where it stands in the comment's leaf. */
export interface PublicWords {
  facts: ReadonlyMap<string, string | null>
  answers: readonly { question: number | undefined; text: string; publication: string }[]
  files: readonly {
    position: number
    publication: string
    heldBack: boolean
    /** Missing where the file is not shown. */
    file: { name: string; bytes: number; sha256: string } | undefined
  }[]
}

const stretch = /^(.*), paragraphs? (\d+)(?: to (\d+))?$/

function wordsOf(parts: readonly Part[]): (label: string) => string | undefined {
  const byLabel = Map.groupBy(parts, ({ of }) => of)
  return (label) => {
    const [, of, first, last = first] = stretch.exec(label) ?? [undefined, label]
    const own = byLabel.get(of ?? label) ?? []
    if (first === undefined) return own[0]?.text
    const meant = own.slice(Number(first) - 1, Number(last))
    return meant.length > 0 ? meant.map(({ text }) => text).join('\n\n') : undefined
  }
}

function partsOf({ facts, answers, files }: PublicWords): Part[] {
  return [
    ...[...facts].flatMap(([of, text]) => (text === null ? [] : [partOf(of, text)])),
    ...answers.flatMap(({ question, text, publication }) => {
      const label = answerLabel(question)
      return [...partsOfText(label, text), partOf(`publication of ${label}`, publication)]
    }),
    ...files.flatMap(({ position, publication, file }) => {
      const label = attachmentLabel(position)
      return [...(file ? [partOfFile(label, file)] : []), partOf(`publication of ${label}`, publication)]
    }),
  ]
}

/** The posted parts of a leaf with the words that the public reads now: the audit holds them to what was received. */
export function publishedParts(
  labels: readonly string[],
  posted: readonly number[],
  words: PublicWords,
): PublishedPart[] {
  const find = wordsOf(partsOf(words))
  return posted.flatMap((part) => {
    const text = find(labels[part - 1] ?? '')
    return text === undefined ? [] : [{ part, text }]
  })
}
