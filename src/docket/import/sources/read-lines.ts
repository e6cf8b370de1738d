import { createReadStream } from 'node:fs'

export interface Line {
  line: number
  text: string
  /** The bytes were not UTF-8 and were read as Windows-1252. */
  guessed: boolean
  /** The line is larger than a record may be: `text` is how it begins, and the rest was passed over. */
  tooLarge: boolean
}

const NEWLINE = 0x0a
const PIECE = 256 * 1024
/** No comment is so long; what is would be a file without line ends, or a quote that was never closed. */
export const MOST_MEGABYTES = 32
export const MOST_OF_RECORD = MOST_MEGABYTES * 1024 * 1024
const START = 1000
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

function decodeLine(bytes: Buffer): { text: string; guessed: boolean } {
  try {
    return { text: utf8.decode(bytes), guessed: false }
  } catch {
    return { text: windows1252.decode(bytes), guessed: true }
  }
}

interface ByteLine {
  bytes: Buffer
  tooLarge: boolean
}

/** A line as its pieces come; of one that is too large only its start is held. */
function lineOfPieces() {
  let [held, size]: [Buffer[], number] = [[], 0]
  return {
    isEmpty: () => size === 0,
    add(piece: Buffer): void {
      size += piece.length
      if (size <= MOST_OF_RECORD) held.push(piece)
      else
        held = [Buffer.from(Buffer.concat(held.length > 0 ? held.slice(0, 1) : [piece]).subarray(0, START))]
    },
    take(): ByteLine {
      const line = { bytes: Buffer.concat(held), tooLarge: size > MOST_OF_RECORD }
      held = []
      size = 0
      return line
    },
  }
}

/** The byte lines of a file, each with its line end; memory holds one piece of the file and one line. */
async function* byteLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<ByteLine> {
  const line = lineOfPieces()
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      line.add(piece.subarray(from, at + 1))
      yield line.take()
      from = at + 1
    }
    if (from < piece.length) line.add(piece.subarray(from))
  }
  if (!line.isEmpty()) yield line.take()
}

async function* reencoded(pieces: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** How many bytes of a file were read so far, for whoever shows how far it is. */
export interface BytesRead {
  bytes: number
}

async function* counted(pieces: AsyncIterable<Buffer>, read: BytesRead): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    read.bytes += piece.length
    yield piece
  }
}

async function encodingOf(file: string): Promise<'utf-16le' | 'utf-16be' | 'utf-8'> {
  for await (const piece of createReadStream(file, { end: 1 })) {
    const mark = (piece as Buffer).toString('hex')
    if (mark === 'fffe') return 'utf-16le'
    if (mark === 'feff') return 'utf-16be'
  }
  return 'utf-8'
}

/** Reads a text file line by line, whatever its encoding: by its mark, else UTF-8, else Windows-1252 and says so. */
export async function* readLines(file: string, read: BytesRead = { bytes: 0 }): AsyncGenerator<Line> {
  const encoding = await encodingOf(file)
  const pieces = counted(createReadStream(file, { highWaterMark: PIECE }), read)
  let line = 0
  for await (const { bytes, tooLarge } of byteLines(
    encoding === 'utf-8' ? pieces : reencoded(pieces, encoding),
  )) {
    line += 1
    const { text, guessed } = decodeLine(bytes)
    yield {
      line,
      text: line === 1 ? text.replace(/^\ufeff/, '') : text,
      guessed: guessed && !tooLarge,
      tooLarge,
    }
  }
}
