import type { Asked } from './address.ts'
import type { ListQuery } from './schemas.ts'

const some = <Value extends string>(value: Value | undefined) =>
  (value === '' ? undefined : value) as Exclude<Value, ''> | undefined

/** What the address of a list asks for. */
export function askedOf(query: ListQuery): Asked {
  const filters = {
    words: query.words?.trim() || undefined,
    group: some(query.group),
    question: query.question ? Number(query.question) : undefined,
    language: some(query.language),
    country: some(query.country),
    channel: some(query.channel),
    attachments: some(query.attachments),
    time: some(query.time),
    replies: some(query.replies),
    joint: some(query.joint),
    state: some(query.state),
  }
  return { filters, sort: some(query.sort) ?? 'newest' }
}
