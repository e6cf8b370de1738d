import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { publishedTexts, publishVersions, type TextsTables, type VersionId } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import { type SentAnswer, type SentAttachment, setPublished } from './store.ts'

interface Sent {
  answers: readonly SentAnswer[]
  attachments: readonly SentAttachment[]
}

const isOpen = ({ publication }: Pick<SentAnswer, 'publication'>) => publication !== 'confidential'

/** Makes the versions that the public reads, of all that is not confidential and not published before. */
export async function publishTexts(
  tx: Tx<CommentTables & TextsTables>,
  sent: Sent,
  now: Instant,
): Promise<void> {
  const [answers, attachments] = [sent.answers.filter(isOpen), sent.attachments.filter(isOpen)]
  const refs = [
    ...answers.map(({ id }) => ({ kind: 'answer', id })),
    ...attachments.map(({ id }) => ({ kind: 'attachment', id })),
  ]
  const before = new Set<string>((await publishedTexts(tx, refs)).map(({ of }) => of.id))
  const fresh = [...answers, ...attachments].filter(({ id }) => !before.has(id))
  const ids = fresh.flatMap(({ version }): VersionId[] => (version ? [version] : []))
  for (const { id, of } of await publishVersions(tx, ids, now)) {
    const answer = answers.find((one) => one.id === of.id)
    if (answer) await setPublished(tx, answer.id, id)
  }
}
