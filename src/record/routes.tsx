import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../platform/db/index.ts'
import { NotFound } from '../platform/errors.ts'
import { longDownloads, sendPage } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { entryBundle, tileBytes } from './log/entry-bundle.ts'
import type { WriteLine } from './log/export-log.ts'
import { latestCheckpoints } from './log/latest-checkpoint.ts'
import { signedHead } from './log/signed-head.ts'
import { type Witness, witnessName } from './log/witnesses.ts'
import { CheckPage, type CheckProblem, FindingsPage } from './pages/check-page.tsx'
import { LogPage } from './pages/log-page.tsx'
import type { SigningKey } from './proof/note.ts'
import { parseTilePath } from './proof/tiles.ts'
import { readReceipt } from './read-receipt.ts'
import { TileParams } from './schemas.ts'
import type { RecordTables } from './tables.ts'

export interface LogServices extends Services<RecordTables> {
  key: SigningKey
  witnesses: readonly Witness[]
  /** The folder in which verify.mjs and witness.mjs lie. */
  programs: string
  /** Writes the export that `verify.mjs audit` reads: only the rooms above know what is published. */
  exportTo: ((write: WriteLine) => Promise<void>) | undefined
}

const reading = { config: { action: 'record.read-log' } }
const checking = { config: { action: 'record.check-receipt' } }
const aFewSeconds = 'public, max-age=2'
const forEver = 'public, max-age=31536000, immutable'

export const logRoutes: FastifyPluginCallbackTypebox<LogServices> = (app, services, done) => {
  const { db, key, witnesses, programs, exportTo } = services

  app.get('/log', reading, async (_, reply) => {
    const checkpoints = await latestCheckpoints(db, 10)
    const shown = { checkpoints, witnesses: witnesses.map(witnessName), verifier: key.verifier }
    return sendPage(reply, <LogPage {...shown} exported={exportTo !== undefined} />)
  })

  app.get('/log/checkpoint', reading, async (_, reply) => {
    const note = await signedHead(db)
    if (note === undefined) throw new NotFound('no checkpoint yet')
    return reply.header('cache-control', aFewSeconds).type('text/plain; charset=utf-8').send(note)
  })

  app.get('/log/key', reading, (_, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${key.verifier}\n`),
  )

  app.get('/log/tile/:level/*', { ...reading, schema: { params: TileParams } }, async (request, reply) => {
    const bytes = await tileAt(db, request.params.level, request.params['*'])
    if (!bytes) throw new NotFound('no such tile')
    return reply.header('cache-control', forEver).type('application/octet-stream').send(bytes)
  })

  if (exportTo) {
    const download = longDownloads()
    app.get('/log/export', reading, async ({ ip }, reply) => {
      const lines = download(ip, (write) => exportTo((line) => write(`${line}\n`)))
      return reply.type('application/x-ndjson').send(lines)
    })
  }

  for (const name of ['verify.mjs', 'witness.mjs'])
    app.get(`/${name}`, checking, (_, reply) =>
      reply.type('text/javascript; charset=utf-8').send(createReadStream(join(programs, name))),
    )

  app.get('/check', checking, (_, reply) => sendPage(reply, <CheckPage />))

  app.post('/check', checking, async (request, reply) => {
    const { text, problem } = await readSent(request)
    const findings = problem ? undefined : readReceipt(text, key)
    if (findings) return sendPage(reply, <FindingsPage {...findings} />)
    return sendPage(reply, <CheckPage text={text} problem={problem ?? 'notAReceipt'} />, 422)
  })
  done()
}

async function tileAt(db: Db<RecordTables>, level: string, path: string): Promise<Buffer | undefined> {
  const tile = parseTilePath(path)
  if (!tile) return undefined
  if (level === 'entries') return entryBundle(db, tile.n, tile.width)
  return tileBytes(db, Number(level), tile.n, tile.width)
}

interface Sent {
  text: string
  problem: CheckProblem | undefined
}

/** A file that was chosen goes before text that was pasted. */
async function readSent(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) return { text: '', problem: 'nothingSent' }
  const sent: Sent = { text: '', problem: undefined }
  for await (const part of request.parts()) {
    const text = part.type === 'file' ? (await part.toBuffer()).toString('utf8') : String(part.value)
    if (part.type === 'field' && part.valueTruncated) sent.problem = 'tooLong'
    if (text.trim() !== '') sent.text = text
  }
  if (sent.text === '') sent.problem ??= 'nothingSent'
  return sent
}
