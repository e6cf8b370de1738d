import { decisionsOfLeaves, standingDecisions } from '../../moderation/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  type ExportedComment,
  type ExportSource,
  type LeafId,
  labelsOf,
  type PublishedPart,
} from '../../record/index.ts'
import { publishedTexts } from '../../texts/index.ts'
import { answerLabel, attachmentLabel } from '../comments/comment-parts.ts'
import { reasonPart } from '../posting/decide-comment.ts'
import { partsShown } from '../posting/model.ts'
import type { ExportTables } from './export-tables.ts'
import { statusOf } from './model.ts'
import { type PublicWords, publishedParts } from './published-parts.ts'
import { readLeftOut, redactedWords } from './redactions.ts'
import { listOpenAnswers, listOpenFiles, listShownByLeaf, listStandings } from './store.ts'

type Reading = Tx<ExportTables>
type Parts = [LeafId, readonly PublishedPart[]]
type Comments = Awaited<ReturnType<typeof listShownByLeaf>>

/** What the public reads of each of these comments. */
async function readWords(
  tx: Reading,
  comments: Comments,
): Promise<(comment: Comments[number]) => PublicWords> {
  const ids = comments.map(({ id }) => id)
  const answers = await listOpenAnswers(tx, ids)
  const files = Map.groupBy(await listOpenFiles(tx, ids), ({ comment }) => comment)
  const versions = await publishedTexts(
    tx,
    answers.map(({ id }) => ({ kind: 'answer', id })),
  )
  const texts = new Map<string, string | undefined>(versions.map(({ of, content }) => [of.id, content?.text]))
  const byComment = Map.groupBy(answers, ({ comment }) => comment)
  return (comment) => ({
    facts: new Map([
      ['name', comment.name],
      ['organisation', comment.organisation],
      ['capacity', comment.capacity],
      ['stakeholder group', comment.group],
      ['language', comment.language],
      ['country', comment.country],
      ['in reply to', comment.inReplyTo],
    ]),
    answers: (byComment.get(comment.id) ?? []).map(({ id, question, publication }) => ({
      question: question ?? undefined,
      publication,
      text: texts.get(id) ?? '',
    })),
    files: (files.get(comment.id) ?? []).map(({ position, publication, name, bytes, sha256, heldBack }) => ({
      position,
      publication,
      heldBack,
      file: comment.named && !heldBack ? { name, bytes, sha256 } : undefined,
    })),
  })
}

async function ofComments(tx: Reading, leaves: readonly LeafId[]): Promise<Parts[]> {
  const comments = await listShownByLeaf(tx, leaves)
  const labels = await labelsOf(
    tx,
    comments.map(({ leaf }) => leaf),
  )
  const wordsOf = await readWords(tx, comments)
  const leftOutOf = await readLeftOut(
    tx,
    comments.map(({ id }) => id),
  )
  return comments.map((comment): Parts => {
    const [words, own] = [wordsOf(comment), labels.get(comment.leaf) ?? []]
    const publication = 'with-name'
    const held = words.files.filter((file) => file.heldBack).map(({ position }) => attachmentLabel(position))
    const shown = partsShown(own, {
      named: comment.named,
      confidential: comment.confidential,
      answers: words.answers.map(({ question }) => ({ label: answerLabel(question), publication })),
      attachments: words.files.map(({ position }) => ({ label: attachmentLabel(position), publication })),
      leftOut: [...held, ...leftOutOf(comment.id)],
    })
    return [comment.leaf, publishedParts(own, shown, words)]
  })
}

async function ofDecisions(tx: Reading, leaves: readonly LeafId[]): Promise<Parts[]> {
  const decisions = await decisionsOfLeaves(tx, leaves)
  const withheld = decisions.filter(({ act }) => act === 'withhold')
  const reasons = withheld.map(
    (decision): Parts => [decision.leaf, [{ part: 1, text: reasonPart(decision).text }]],
  )
  return [...reasons, ...(await redactedWords(tx, decisions))]
}

/** What the export of the log needs to know of the docket, so that an outsider can account for every leaf. */
export const docketSource: ExportSource<ExportTables> = {
  async published(tx, leaves) {
    return new Map([...(await ofComments(tx, leaves)), ...(await ofDecisions(tx, leaves))])
  },
  async comments(tx, after, limit): Promise<ExportedComment[]> {
    const rows = await listStandings(tx, after, limit)
    const decisions = await standingDecisions(
      tx,
      'comment',
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({
      leaf: row.leaf,
      number: row.number,
      status: statusOf(row, decisions.get(row.id)),
    }))
  },
}
