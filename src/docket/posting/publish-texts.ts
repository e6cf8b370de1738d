import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import {
  eraseVersions,
  originalVersions,
  publishedTexts,
  publishVersions,
  type TextsTables,
  type VersionId,
} from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { Redacted } from './redacted-parts.ts'
import { type SentAnswer, type SentAttachment, setPublished } from './store.ts'

interface Sent {
  answers: readonly SentAnswer[]
  attachments: readonly SentAttachment[]
}

type Writing = Tx<CommentTables & TextsTables>
type Open = { id: string; version: VersionId | null }

const isOpen = ({ publication }: Pick<SentAnswer, 'publication'>) => publication !== 'confidential'

/** Makes the versions that the public reads, of all that is not confidential and not published just so before. */
export async function publishTexts(
  tx: Writing,
  sent: Sent,
  now: Instant,
  redacted?: Redacted | undefined,
): Promise<void> {
  const [answers, attachments] = [sent.answers.filter(isOpen), sent.attachments.filter(isOpen)]
  const texts = [...(redacted?.texts.values() ?? [])]
  const instead = new Map(texts.map(({ version, text }) => [version, text]))
  const { fresh, replaced } = await findChanged(tx, { answers, attachments }, instead)
  for (const { id, of } of await publishVersions(tx, fresh, now, instead)) {
    const answer = answers.find((one) => one.id === of.id)
    if (answer) await setPublished(tx, answer.id, id)
  }
  await eraseVersions(tx, replaced, now)
}

/** Which texts the public does not read yet as it should, and the published versions that must go for them. */
async function findChanged(
  tx: Writing,
  { answers, attachments }: Sent,
  instead: ReadonlyMap<VersionId, string>,
) {
  const refs = [
    ...answers.map(({ id }) => ({ kind: 'answer', id })),
    ...attachments.map(({ id }) => ({ kind: 'attachment', id })),
  ]
  const before = new Map((await publishedTexts(tx, refs)).map((version) => [version.of.id, version]))
  const all: Open[] = [...answers, ...attachments]
  const read = all.flatMap(({ id, version }) => (version && before.has(id) ? [version] : []))
  const originals = new Map((await originalVersions(tx, read)).map(({ id, content }) => [id, content?.text]))
  const isChanged = ({ id, version }: Open): boolean => {
    if (!version) return false
    const published = before.get(id)
    if (!published) return true
    const wanted = instead.get(version) ?? originals.get(version)
    return wanted !== undefined && wanted !== published.content?.text
  }
  const changed = all.filter(isChanged)
  return {
    fresh: changed.flatMap(({ version }): VersionId[] => (version ? [version] : [])),
    replaced: changed.flatMap(({ id }) => before.get(id)?.id ?? []),
  }
}
