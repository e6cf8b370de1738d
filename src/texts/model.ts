import type { Id } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import type { Stretch } from '../platform/text/index.ts'
import type { Instant } from '../platform/time.ts'

export type VersionId = Id<'text-version'>

export const versionKinds = ['original', 'published', 'extracted'] as const
export type VersionKind = (typeof versionKinds)[number]

export interface TextVersion {
  id: VersionId
  of: Ref
  kind: VersionKind
  language: string | undefined
  /** What took the text out of a file, where something did. */
  extractor: { name: string; version: string } | undefined
  createdAt: Instant
  /** The words and their SHA-256 in hex; nothing once they were erased. */
  content: { text: string; sha256: string } | undefined
}

export interface NewVersion {
  of: Ref
  kind: VersionKind
  language?: string | undefined
  extractor?: TextVersion['extractor']
  text: string
}

/** A stretch of one text version, kept with its quote, so that a reader can see it and a program check it. */
export interface Span extends Stretch {
  textVersion: VersionId
  quote: string
}

export type SpanFit = 'fits' | 'empty' | 'outside-the-text' | 'splits-a-letter' | 'quote-differs'

function splitsLetter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) && at > 0
}

function lies({ start, end }: Stretch, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= length
}

/** Whether a span says of a text what the text says; a span comes from outside and is not believed. */
export function fitSpan(text: string, span: Stretch & { quote: string }): SpanFit {
  if (!lies(span, text.length)) return 'outside-the-text'
  if (span.start >= span.end) return 'empty'
  if (splitsLetter(text, span.start) || splitsLetter(text, span.end)) return 'splits-a-letter'
  return text.slice(span.start, span.end) === span.quote ? 'fits' : 'quote-differs'
}

/** The span of a stretch of a version's text, with its quote. */
export function spanOf(textVersion: VersionId, text: string, { start, end }: Stretch): Span {
  return { textVersion, start, end, quote: text.slice(start, end) }
}
