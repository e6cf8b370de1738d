import type { Instant } from '../../platform/time.ts'
import { commentAddress } from './address.ts'
import type { ReadComment } from './read-docket.ts'

/** A list as an Atom feed (RFC 4287). */
export interface Feed {
  title: string
  /** Its own address, which is its id too. */
  address: string
  page: string
  author: string
  language: string
  /** When it began, while it is empty. */
  since: Instant
  origin: string
}

/** What one entry says in words of the page. */
export interface EntryWords {
  title(number: string): string
  noName: string
}

const strange = /[\p{Cs}\ufffe\uffff]|[[\p{Cc}]--[\n\t]]/gv
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string =>
  text.replace(strange, '\ufffd').replace(/[&<>"]/g, (character) => entities[character] ?? character)

function summaryOf({ excerpt, found }: ReadComment): string {
  if (!found) return excerpt?.text ?? ''
  return found.fragments.map((pieces) => pieces.map(({ text }) => text).join('')).join(' ')
}

function entryOf(row: ReadComment, words: EntryWords, origin: string): string {
  const { number, receivedAt, sentAt, shown } = row.comment
  const address = escaped(`${origin}${commentAddress(number)}`)
  const author = shown?.sender?.organisation ?? shown?.sender?.name ?? words.noName
  const language = row.found?.language ?? row.excerpt?.language ?? 'und'
  return `<entry>
<id>${address}</id>
<title>${escaped(words.title(number))}</title>
<author><name>${escaped(author)}</name></author>
<published>${sentAt.toISOString()}</published>
<updated>${receivedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<summary xml:lang="${escaped(language)}">${escaped(summaryOf(row))}</summary>
</entry>`
}

export function atomOf(feed: Feed, rows: readonly ReadComment[], words: EntryWords): string {
  const newest = rows.map(({ comment }) => comment.receivedAt.toISOString()).sort()
  const address = escaped(feed.address)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">
<id>${address}</id>
<title>${escaped(feed.title)}</title>
<author><name>${escaped(feed.author)}</name></author>
<updated>${newest.at(-1) ?? feed.since.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${address}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>
${rows.map((row) => entryOf(row, words, feed.origin)).join('\n')}
</feed>
`
}
