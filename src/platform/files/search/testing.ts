import { deflateRawSync } from 'node:zlib'

/** An entry that the list at the end of an archive does not name: what an earlier save left. */
function leftOver(name: string, text: string): Buffer {
  const packed = deflateRawSync(Buffer.from(text))
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(Buffer.byteLength(text), 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

const END = 22

/** The archive with something between its entries and their list. */
export function withLeftOver(archive: Uint8Array, name: string, text: string): Buffer {
  const bytes = Buffer.from(archive)
  const end = bytes.length - END
  const list = bytes.readUInt32LE(end + 16)
  const more = leftOver(name, text)
  const moved = Buffer.concat([bytes.subarray(0, list), more, bytes.subarray(list)])
  moved.writeUInt32LE(list + more.length, moved.length - END + 16)
  return moved
}

/** The archive with words said of it at its very end. */
export function withRemark(archive: Uint8Array, words: Uint8Array): Buffer {
  const bytes = Buffer.from(archive)
  bytes.writeUInt16LE(words.length, bytes.length - 2)
  return Buffer.concat([bytes, words])
}
