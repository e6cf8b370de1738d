import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The harmless string by which scanners are tried out, split so that no scanner takes this file for it. */
export const tryOut = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
)

/** The content behind the command, once its last piece, which is empty, has come. */
function contentOf(sent: Buffer): Buffer | undefined {
  const pieces: Buffer[] = []
  let at = sent.indexOf(0) + 1
  while (at + 4 <= sent.length) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function judge(sent: Buffer): string | undefined {
  if (sent.toString('latin1').startsWith('zPING\0')) return 'PONG\0'
  const content = contentOf(sent)
  return content && (content.includes(tryOut) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
}

type Answer = (sent: Buffer) => string | undefined

/** A scanner of few lines that speaks as `clamd` does; a test may hand in another way to answer. */
export async function fakeScanner(answer: Answer = judge) {
  const path = join(await mkdtemp(join(tmpdir(), 'parley-scan-')), 's')
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    let sent: Buffer = Buffer.alloc(0)
    sockets.add(socket.on('error', () => {}))
    socket.on('data', (chunk) => {
      sent = Buffer.concat([sent, chunk])
      const said = answer(sent)
      if (said !== undefined) socket.end(said)
    })
  })
  server.listen(path)
  await once(server, 'listening')
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  }
  return { path, close }
}
