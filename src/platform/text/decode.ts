export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  text: string
  encoding: Encoding
  /** Set where nothing in the bytes said so: the sender should look whether the text reads right. */
  assumed: boolean
}

const marks: [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
}

/** Writing in two-byte units shows as zeros at every other place, for the common scripts at least. */
function twoByteEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 5
  if (odd > many && even * 10 < odd) return 'utf-16le'
  return even > many && odd * 10 < even ? 'utf-16be' : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Reads bytes as text by their mark, else as UTF-8 where they are that, else by a guess that it owns up to. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, assumed: false }
  const twoByte = twoByteEncoding(bytes)
  if (twoByte) return { text: new TextDecoder(twoByte).decode(bytes), encoding: twoByte, assumed: true }
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  return {
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    assumed: encoding === 'windows-1252',
  }
}
