import { type Redaction, reasonNames } from '../../moderation/index.ts'
import { type Locale, localeFor } from '../../platform/i18n/index.ts'
import type { Ref } from '../../platform/ref.ts'
import { BARRIER } from '../../platform/text/index.ts'
import { fillGaps, type Gap, gapsOf, type Mark, type VersionId } from '../../texts/index.ts'
import type { WholeWaiting } from '../posting/read-waiting.ts'
import type { Redacted, RedactedText } from '../posting/redacted-parts.ts'
import { type Term, termsOf } from './terms.ts'
import { words } from './words.ts'

/** A text that will be public once the comment is posted, and in which something may be marked. */
export interface OpenText {
  /** Stands in addresses: `answer-1`, `attachment-2`. */
  key: string
  of: Ref
  version: VersionId
  text: string
  gaps: readonly Gap[]
}

export interface Prepared {
  texts: readonly OpenText[]
  redacted: Redacted
  terms: readonly Term[]
}

const isRead = (text: WholeWaiting['answers'][number]['text']): text is { text: string } =>
  typeof text === 'object'

function openTextsOf({ answers, attachments }: WholeWaiting): Omit<OpenText, 'gaps'>[] {
  const all = [
    ...answers.map(({ sent, text }, at) => ({ kind: 'answer', key: `answer-${at + 1}`, sent, text })),
    ...attachments.map(({ sent, text }) => ({
      kind: 'attachment',
      key: `attachment-${sent.position + 1}`,
      sent,
      text,
    })),
  ]
  return all.flatMap(({ kind, key, sent, text }) =>
    sent.publication !== 'confidential' && sent.version && isRead(text)
      ? [{ key, of: { kind, id: sent.id }, version: sent.version, text: text.text }]
      : [],
  )
}

function marksIn(version: VersionId, redactions: readonly Redaction[]): Mark[] {
  return redactions.flatMap(({ stretch, reason }) =>
    stretch?.version === version ? [{ start: stretch.start, end: stretch.end, reason }] : [],
  )
}

/** What stands in the public text where something was left out, in the language of the text, with its reasons. */
export function sayGap(names: ReadonlyMap<string, string>, locale: Locale): (gap: Gap) => string {
  const t = words.in(locale)
  const called = reasonNames(locale)
  const small = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
  return ({ reasons }) =>
    t('gap', { reasons: reasons.map((one) => small(called(names.get(one) ?? one))).join('; ') })
}

/** A text as it is searched for what was left out of it. */
export const searchedText = ({ text, gaps }: OpenText): string => fillGaps(text, gaps, () => BARRIER)

/** What will be public of a comment with these marks, and the words that must then stand nowhere else. */
export function prepareRedaction(
  whole: WholeWaiting,
  redactions: readonly Redaction[],
  names: ReadonlyMap<string, string>,
): Prepared {
  const say = sayGap(names, localeFor(whole.comment.language))
  const texts = openTextsOf(whole).map((one) => ({
    ...one,
    gaps: gapsOf(one.text, marksIn(one.version, redactions)),
  }))
  const marked = texts.filter(({ gaps }) => gaps.length > 0)
  const cut = marked.flatMap(({ version, text, gaps }) =>
    [...marksIn(version, redactions), ...gaps].map(({ start, end }) => text.slice(start, end)),
  )
  const redacted = {
    marks: redactions.map(({ id }) => id),
    reasons: [...new Set(redactions.map(({ reason }) => reason))].sort(),
    texts: new Map(
      marked.map(({ of, version, text, gaps }): [string, RedactedText] => [
        of.id,
        { version, text: fillGaps(text, gaps, say), paragraphs: gaps.map(({ paragraph }) => paragraph) },
      ]),
    ),
    heldBack: new Set(redactions.filter(({ of }) => of.kind === 'attachment').map(({ of }): string => of.id)),
  }
  return { texts, redacted, terms: termsOf(cut) }
}
