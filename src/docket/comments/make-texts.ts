import { makeVersions, type NewVersion, type TextVersion } from '../../texts/index.ts'
import type { AnswerId, Arrival, AttachmentId, CommentId, Publication } from './model.ts'
import type { KeptText } from './store.ts'

type Original = NewVersion & { kind: 'original' | 'extracted' }

/** An arrival with the ids that it and its parts go by from now on. */
export interface Identified {
  arrival: Arrival
  id: CommentId
  answers: readonly AnswerId[]
  attachments: readonly AttachmentId[]
}

export interface MadeTexts {
  /** What may become public. */
  open: readonly TextVersion[]
  confidential: readonly TextVersion[]
  /** The version of each answer and attachment that has one. */
  versions: ReadonlyMap<string, KeptText>
}

interface Words {
  version: Original
  publication: Publication
  posted: boolean
}

/** Every text of a comment as a version, the confidential ones apart. */
export function makeTexts(one: Identified): MadeTexts {
  const now = one.arrival.receivedAt
  const all = [...answerWords(one), ...attachmentWords(one)]
  const isConfidential = ({ publication }: Words) => publication === 'confidential'
  const versionsOf = (words: readonly Words[]) => words.map(({ version }) => version)
  const shown = all.filter((words) => !isConfidential(words))
  const published = shown.filter(({ posted }) => posted).map(({ version }) => publishedAs(version))
  const open = makeVersions([...versionsOf(shown), ...published], now)
  const confidential = makeVersions(versionsOf(all.filter(isConfidential)), now)
  const versions = new Map<string, KeptText>()
  for (const { of, kind, id } of [...open, ...confidential])
    versions.set(of.id, { ...versions.get(of.id), [kind === 'published' ? 'published' : 'kept']: id })
  return { open, confidential, versions }
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
