import { randomFillSync } from 'node:crypto'

declare const kind: unique symbol
/** An identifier that the compiler will not let stand for another kind of thing. */
export type Id<K extends string> = string & { readonly [kind]: K }

/** A UUIDv7 (RFC 9562 §5.7): ids made later sort later, so that new rows land at the end of an index. */
export function newId<K extends string>(milliseconds: number): Id<K> {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as Id<K>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Takes text from outside for an id only when it has the form of one. */
export function parseId<K extends string>(text: string): Id<K> | undefined {
  return uuid.test(text) ? (text.toLowerCase() as Id<K>) : undefined
}
