export interface RtfSink {
  /** Answers false where reading must stop. */
  open(): boolean
  close(): boolean
  /** A control word and its number, if it has one. */
  word(name: string, value: number | undefined): void
  /** A control symbol: a backslash and one other character. */
  symbol(character: string): void
  /** Letters as bytes of whichever code page holds. */
  letters(bytes: Uint8Array): void
}

const backslash = 0x5c
const brace = { open: 0x7b, close: 0x7d }

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isPlain = (byte: number): boolean =>
  byte !== backslash && byte !== brace.open && byte !== brace.close && byte !== 10 && byte !== 13

function endWhile(bytes: Uint8Array, from: number, most: number, holds: (byte: number) => boolean): number {
  let at = from
  while (at < bytes.length && at - from < most && holds(bytes[at] ?? 0)) at += 1
  return at
}

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const hexOf = (byte: number): number => '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())

const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

/** Reads a control word from its first letter on; answers where it ends. */
function readWord(bytes: Buffer, from: number, sink: RtfSink): number {
  const nameEnd = endWhile(bytes, from, 32, isLetter)
  const digitsFrom = bytes[nameEnd] === 0x2d ? nameEnd + 1 : nameEnd
  const digitsEnd = endWhile(bytes, digitsFrom, 10, isDigit)
  const hasValue = digitsEnd > digitsFrom
  const value = hasValue ? Number(latin(bytes, nameEnd, digitsEnd)) : undefined
  const end = hasValue ? digitsEnd : nameEnd
  const name = latin(bytes, from, nameEnd)
  sink.word(name, value)
  const next = bytes[end] === 0x20 ? end + 1 : end
  return name === 'bin' ? next + Math.max(0, value ?? 0) : next
}

function readControl(bytes: Buffer, from: number, sink: RtfSink): number {
  const byte = bytes[from]
  if (byte === undefined) return from
  if (isLetter(byte)) return readWord(bytes, from, sink)
  if (byte !== 0x27) {
    sink.symbol(String.fromCharCode(byte))
    return from + 1
  }
  const [high, low] = [hexOf(bytes[from + 1] ?? 0), hexOf(bytes[from + 2] ?? 0)]
  if (high >= 0 && low >= 0) sink.letters(everyByte.subarray(high * 16 + low, high * 16 + low + 1))
  return from + 3
}

/** Reads the run of letters at a place; answers where it ends. */
function readLetters(bytes: Buffer, from: number, sink: RtfSink): number {
  const end = endWhile(bytes, from, bytes.length, isPlain)
  if (end > from) sink.letters(bytes.subarray(from, end))
  return end
}

/** Reads what is no letter; answers where it ends, or nothing where reading must stop. */
function readMark(bytes: Buffer, at: number, sink: RtfSink): number | undefined {
  const byte = bytes[at]
  if (byte === backslash) return readControl(bytes, at + 1, sink)
  if (byte === brace.open && !sink.open()) return undefined
  return byte === brace.close && !sink.close() ? undefined : at + 1
}

/** Cuts RTF into its tokens (Rich Text Format 1.9.1, “Conventions of an RTF reader”), each byte looked at once. */
export function readTokens(bytes: Buffer, sink: RtfSink): void {
  let at: number | undefined = 0
  while (at !== undefined && at < bytes.length) {
    const end = readLetters(bytes, at, sink)
    at = end < bytes.length ? readMark(bytes, end, sink) : end
  }
}
