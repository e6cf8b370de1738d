import { crc32, deflateSync } from 'node:zlib'

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A photograph of nothing whose camera, or whose program, wrote words beside it. */
export function jpegWith(words: string, turn: number): Buffer {
  const remark = segment(0xfe, Buffer.from(words))
  const wide = segment(0xed, Buffer.from(words, 'utf16le'))
  return Buffer.concat([Buffer.from([0xff, 0xd8]), turn % 2 === 0 ? remark : wide, Buffer.from([0xff, 0xd9])])
}

const chunk = (kind: string, body: Buffer): Buffer => {
  const inside = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(body.length, 0)
  ends.writeUInt32BE(crc32(inside), 4)
  return Buffer.concat([ends.subarray(0, 4), inside, ends.subarray(4)])
}

/** A picture of one dot with words packed into a chunk of text. */
export function pngWith(words: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const text = Buffer.concat([
    Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'),
    deflateSync(Buffer.from(words)),
  ])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('iTXt', text),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const svgWith = (words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><metadata><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${words}</dc:creator></x:xmpmeta></metadata><path d="M0 0"/></svg>`
