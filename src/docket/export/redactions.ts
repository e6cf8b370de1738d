import { type Decision, standingDecisions } from '../../moderation/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type LeafId, labelsOf, type PublishedPart } from '../../record/index.ts'
import { publishedTexts } from '../../texts/index.ts'
import { answerLabel, attachmentLabel } from '../comments/comment-parts.ts'
import type { CommentId } from '../comments/model.ts'
import { leftOutBy, redactionsPart, wordsOfPart } from '../posting/redacted-parts.ts'
import type { ExportTables } from './export-tables.ts'
import { listOpenAnswers, listOpenFiles, listShownById } from './store.ts'

type Reading = Tx<ExportTables>

/** What is left out of each of these comments, by the leaf that told so last. */
export async function readLeftOut(
  tx: Reading,
  ids: readonly CommentId[],
): Promise<(id: CommentId) => readonly string[]> {
  const standing = await standingDecisions(tx, 'comment', ids)
  const redacting = [...standing.values()].filter(({ act }) => act === 'redact')
  const labels = await labelsOf(
    tx,
    redacting.map(({ leaf }) => leaf),
  )
  const leftOut = new Map(redacting.map(({ about, leaf }) => [about.id, leftOutBy(labels.get(leaf) ?? [])]))
  return (id) => leftOut.get(id) ?? []
}

/** The published words of redacted comments, by where they stand in the leaf that tells of the redaction. */
export async function redactedWords(
  tx: Reading,
  decisions: readonly Decision[],
): Promise<[LeafId, PublishedPart[]][]> {
  const told = decisions.filter(({ act }) => act === 'redact')
  const shown = await listShownById(
    tx,
    told.map(({ about }) => about.id as CommentId),
  )
  const ids = shown.map(({ id }) => id)
  const standing = [...(await standingDecisions(tx, 'comment', ids)).values()]
  const current = standing.filter(({ id }) => told.some((one) => one.id === id))
  const labels = await labelsOf(
    tx,
    current.map(({ leaf }) => leaf),
  )
  const texts = await readTexts(tx, ids)
  return current.map((decision) => {
    const own = labels.get(decision.leaf) ?? []
    const words = texts.get(decision.about.id) ?? new Map<string, string>()
    return [decision.leaf, own.flatMap((label, at) => openingOf(label, at + 1, decision, words))]
  })
}

function openingOf(
  label: string,
  part: number,
  decision: Decision,
  words: ReadonlyMap<string, string>,
): PublishedPart[] {
  const text = label === 'redactions' ? redactionsPart(decision).text : wordsOfPart(label, words)
  return text === undefined ? [] : [{ part, text }]
}

/** By comment, then by label: what the public reads of its answers and attachments. */
async function readTexts(tx: Reading, ids: readonly CommentId[]) {
  const answers = await listOpenAnswers(tx, ids)
  const files = await listOpenFiles(tx, ids)
  const versions = await publishedTexts(tx, [
    ...answers.map(({ id }) => ({ kind: 'answer', id })),
    ...files.map(({ id }) => ({ kind: 'attachment', id })),
  ])
  const words = new Map<string, string>(
    versions.flatMap(({ of, content }) => (content ? [[of.id, content.text]] : [])),
  )
  const labelled = [
    ...answers.map(({ id, comment, question }) => ({
      id,
      comment,
      label: answerLabel(question ?? undefined),
    })),
    ...files.map(({ id, comment, position }) => ({ id, comment, label: attachmentLabel(position) })),
  ]
  const byComment = Map.groupBy(labelled, ({ comment }): string => comment)
  return new Map(
    [...byComment].map(([id, own]) => [
      id,
      new Map(own.map((one): [string, string] => [one.label, words.get(one.id) ?? ''])),
    ]),
  )
}
