import { randomUUID } from 'node:crypto'

declare const kind: unique symbol
/** An identifier that the compiler will not let stand for another kind of thing. */
export type Id<K extends string> = string & { readonly [kind]: K }

/** A UUIDv7 (RFC 9562 §5.7): ids made later sort later, so that new rows land at the end of an index. */
export function newId<K extends string>(milliseconds: number): Id<K> {
  const time = milliseconds.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}` as Id<K>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Takes text from outside for an id only when it has the form of one. */
export function parseId<K extends string>(text: string): Id<K> | undefined {
  return uuid.test(text) ? (text.toLowerCase() as Id<K>) : undefined
}
