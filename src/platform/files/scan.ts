import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What a scanner says of a file; `found` names what is in it. */
export type Verdict = { found: string } | 'clean' | 'not-checked'

/** Where a scanner listens: a socket of this machine, or a port. */
export type ScannerAddress = { path: string } | { host: string; port: number }

export interface Scanner {
  scan(bytes: Readable): Promise<Verdict>
  answers(): Promise<boolean>
}

const patience = { scan: 60_000, ping: 5000 }
const mostAnswered = 4000

function open(address: ScannerAddress, milliseconds: number): Socket {
  const socket = connect(address)
  socket.setTimeout(milliseconds, () => socket.destroy(new Error('The scanner says nothing.')))
  return socket
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  for await (const chunk of socket) {
    answer += String(chunk)
    if (answer.includes('\0') || answer.length > mostAnswered) break
  }
  return answer.split('\0', 1).join('').trim()
}

async function* pieces(bytes: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const chunk of bytes) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    yield Buffer.concat([length, chunk])
  }
  yield Buffer.alloc(4)
}

async function send(socket: Socket, parts: AsyncIterable<Buffer>): Promise<void> {
  for await (const part of parts) {
    if (!socket.writable) return
    if (!socket.write(part)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
}

/** Anything that is neither of its two plain answers, such as that a file is too large for it, clears no file. */
function verdictOf(answer: string): Verdict {
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  if (found) return { found }
  return answer === 'stream: OK' ? 'clean' : 'not-checked'
}

async function ask(
  address: ScannerAddress,
  parts: AsyncIterable<Buffer>,
  milliseconds: number,
): Promise<string> {
  const socket = open(address, milliseconds)
  try {
    const answering = answerOf(socket)
    // It may answer, or go away, before it has heard everything.
    const sending = send(socket, parts).catch(() => undefined)
    const answer = await answering
    socket.destroy()
    await sending
    return answer
  } catch {
    return ''
  } finally {
    socket.destroy()
  }
}

async function* ping(): AsyncGenerator<Buffer> {
  yield Buffer.from('zPING\0')
}

/** Speaks with `clamd` as its manual says under INSTREAM: each piece behind its length, and an empty one at the end. */
export function openScanner(address: ScannerAddress): Scanner {
  return {
    scan: async (bytes) => {
      const answer = await ask(address, pieces(bytes), patience.scan)
      bytes.destroy()
      return verdictOf(answer)
    },
    answers: async () => (await ask(address, ping(), patience.ping)) === 'PONG',
  }
}
