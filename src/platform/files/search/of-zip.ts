import { inflateRawSync } from 'node:zlib'
import { joined, type Looked, type LookWithin, type Room } from './looked.ts'
import { ofText } from './of-text.ts'

/** An entry as the list at the end of an archive tells of it. */
interface Entry {
  packing: number
  size: number
  offset: number
}

const END = 22
const HEAD = 30
const MARK = 'PK\u0003\u0004'
/** What may stand behind an entry to say how long it was. */
const DESCRIPTOR = 24

const nothing: Looked = { searchable: [], unsearchable: true }

function listOf(bytes: Buffer): { entries: Entry[]; start: number; end: number } {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length, 'latin1')
  if (end < 0 || end + END > bytes.length) throw new Error('No list of entries.')
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  const entries: Entry[] = []
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('No entry.')
    const [packing, size, offset] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    entries.push({ packing, size, offset })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { entries: entries.sort((a, b) => a.offset - b.offset), start, end }
}

function bodyOf(bytes: Buffer, { offset, size }: Entry): { head: Buffer; body: Buffer; end: number } {
  if (bytes.readUInt32LE(offset) !== 0x04034b50) throw new Error('No entry.')
  const from = offset + HEAD + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (from + size > bytes.length) throw new Error('An entry goes on beyond the end.')
  return {
    head: bytes.subarray(offset + HEAD, from),
    body: bytes.subarray(from, from + size),
    end: from + size,
  }
}

function unpacked(body: Buffer, packing: number, room: Room): Buffer | undefined {
  if (packing !== 0 && packing !== 8) return undefined
  if (packing === 8 && room.bytes <= 0) return undefined
  const plain = packing === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, room.bytes) })
  room.bytes -= plain.length
  return room.bytes < 0 ? undefined : plain
}

function ofEntry(body: Buffer, packing: number, within: LookWithin, room: Room): Looked {
  try {
    const plain = unpacked(body, packing, room)
    return plain ? within(plain) : nothing
  } catch {
    return nothing
  }
}

/** What no list names any more: unpacked where it can be, and in any case not to be called searched. */
function ofLeftOver(bytes: Buffer, within: LookWithin, room: Room): Looked {
  const looked = [ofText(bytes, within, room)]
  for (let at = bytes.indexOf(MARK); at >= 0 && at + HEAD < bytes.length; at = bytes.indexOf(MARK, at + 1)) {
    const from = at + HEAD + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    looked.push(ofEntry(bytes.subarray(from), bytes.readUInt16LE(at + 8), within, room))
  }
  return { ...joined(looked), unsearchable: true }
}

/**
 * What an archive holds: its entries, their names and remarks, and what lies between and behind them, where an earlier
 * save may have left what no list names.
 */
export function ofZip(bytes: Buffer, within: LookWithin, room: Room): Looked {
  const { entries, start, end } = listOf(bytes)
  const looked: Looked[] = []
  let covered = 0
  const between = (until: number, spare: number) => {
    if (until - covered > spare) looked.push(ofLeftOver(bytes.subarray(covered, until), within, room))
  }
  for (const entry of entries) {
    between(entry.offset, covered === 0 ? 0 : DESCRIPTOR)
    const { head, body, end: after } = bodyOf(bytes, entry)
    looked.push({
      searchable: [head.toString('utf8').replaceAll('\0', '')],
      unsearchable: entry.offset < covered,
    })
    looked.push(ofEntry(body, entry.packing, within, room))
    covered = after
  }
  between(start, DESCRIPTOR)
  const list = ofText(bytes.subarray(start, end), within, room)
  const remark = ofText(bytes.subarray(end + END), within, room)
  return joined([...looked, { ...list, unsearchable: false }, remark])
}
