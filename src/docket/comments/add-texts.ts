import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { addConfidentialVersions, addVersions, type NewVersion, type TextsTables } from '../../texts/index.ts'
import type { Publication } from './model.ts'
import type { Identified } from './number-arrivals.ts'
import type { KeptText } from './store.ts'

type Original = NewVersion & { kind: 'original' | 'extracted' }

interface Words {
  version: Original
  publication: Publication
  posted: boolean
}

/** Keeps every text of these comments, the confidential ones apart; answers the version of each answer and attachment. */
export async function addTexts(
  tx: Tx<TextsTables>,
  comments: readonly Identified[],
  now: Instant,
): Promise<Map<string, KeptText>> {
  const all = comments.flatMap((one) => [...answerWords(one), ...attachmentWords(one)])
  const [confidential, open] = [
    all.filter((words) => words.publication === 'confidential'),
    all.filter((words) => words.publication !== 'confidential'),
  ]
  const published = open.filter(({ posted }) => posted).map(({ version }) => publishedAs(version))
  const kept = [
    ...(await addVersions(tx, [...open.map(({ version }) => version), ...published], now)),
    ...(await addConfidentialVersions(
      tx,
      confidential.map(({ version }) => version),
      now,
    )),
  ]
  const texts = new Map<string, KeptText>()
  for (const { of, kind, id } of kept)
    texts.set(of.id, { ...texts.get(of.id), [kind === 'published' ? 'published' : 'kept']: id })
  return texts
}

const publishedAs = (version: Original): NewVersion => ({ ...version, kind: 'published' })

function answerWords({ arrival, answers }: Identified): Words[] {
  return arrival.answers.map(({ text, publication }, at) => ({
    version: {
      of: { kind: 'answer', id: answers[at] ?? '' },
      kind: 'original',
      language: arrival.language,
      text,
    },
    publication,
    posted: arrival.state === 'posted',
  }))
}

function attachmentWords({ arrival, attachments }: Identified): Words[] {
  return arrival.attachments.flatMap(({ extraction, publication }, at): Words[] => {
    const { text, extractor } = extraction
    if (text === undefined) return []
    const of = { kind: 'attachment', id: attachments[at] ?? '' }
    const version: Original = { of, kind: 'extracted', language: arrival.language, extractor, text }
    return [{ version, publication, posted: arrival.state === 'posted' }]
  })
}
