import { inflateRawSync } from 'node:zlib'

/** The bytes as they are, and what an archive among them unpacks to. */
export function readable(bytes: Buffer): string {
  const all = [bytes.toString('utf8')]
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      all.push(inflateRawSync(bytes.subarray(from)).toString('utf8'))
    } catch {
      // What is not packed stands there as it is.
    }
  }
  return all.join('\n')
}
