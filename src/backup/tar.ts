/** The blocks of a tar archive (POSIX ustar), as plain as they can be: regular files, readable by their owner. */
export const blockBytes = 512
const largestInOctal = 8 ** 11

export interface TarEntry {
  name: string
  size: number
  /** Seconds since 1970, the same for the whole archive. */
  time: number
}

export const paddingAfter = (size: number): number => (blockBytes - (size % blockBytes)) % blockBytes

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

function writeSize(block: Buffer, size: number): void {
  if (size < largestInOctal) block.write(octal(size, 12), 124, 'latin1')
  // Larger ones stand in binary behind a marked byte, as GNU and BSD tar read them.
  else {
    block.writeUInt8(0x80, 124)
    block.writeBigUInt64BE(BigInt(size), 128)
  }
}

export function tarHeader({ name, size, time }: TarEntry): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for a tar archive.`)
  const block = Buffer.alloc(blockBytes)
  block.write(name, 0)
  block.write(octal(0o600, 8), 100, 'latin1')
  block.write(octal(0, 8), 108, 'latin1')
  block.write(octal(0, 8), 116, 'latin1')
  writeSize(block, size)
  block.write(octal(time, 12), 136, 'latin1')
  block.write('        0', 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

const fieldAt = (block: Buffer, from: number, to: number) =>
  block.toString('utf8', from, to).replace(/\0.*$/s, '')

const sizeIn = (block: Buffer) =>
  block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(fieldAt(block, 124, 136), 8)

/** What a header says, or nothing where it differs by a bit from what we would have written. */
export function readTarHeader(block: Buffer): TarEntry | undefined {
  const entry = {
    name: fieldAt(block, 0, 100),
    size: sizeIn(block),
    time: Number.parseInt(fieldAt(block, 136, 148), 8),
  }
  if (!Number.isSafeInteger(entry.size) || !Number.isSafeInteger(entry.time)) return undefined
  return tarHeader(entry).equals(block) ? entry : undefined
}

export const looksLikeTar = (block: Buffer): boolean => block.toString('latin1', 257, 262) === 'ustar'
