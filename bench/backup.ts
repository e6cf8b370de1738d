// How long a backup and its restore take, beside tar over the same folder with the server stopped.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs, promisify } from 'node:util'
import { Pool } from 'pg'
import { makeProduct, type Product } from '../setup/testing/product.ts'
import { homeOf } from '../src/platform/db/cluster/place.ts'
import { whole } from './kit/numbers.ts'
import { openRequest } from './kit/open-request.ts'
import { startSenders } from './kit/patient-senders.ts'
import { ask, databaseOf } from './kit/stored-comments.ts'
import { variedWords } from './kit/varied-words.ts'
import { bodyOf } from './kit/words.ts'

const run = promisify(execFile)
const text = { type: 'string' } as const
const { values } = parseArgs({ options: { comments: text, gigabytes: text } })
const [comments, gigabytes] = [Number(values.comments ?? 100_000), Number(values.gigabytes ?? 2)]
const fileBytes = 1_000_000
const sample = 10

interface Kept {
  number: string
  commentKey: string
}

async function timed<Result>(act: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const start = performance.now()
  const result = await act()
  return { seconds: (performance.now() - start) / 1000, result }
}

async function importComments(product: Product, docket: string): Promise<void> {
  const file = join(product.folder, 'fill.jsonl')
  const handle = await open(file, 'w')
  for (let seed = 1; seed <= comments; seed += 1)
    await handle.write(
      `${JSON.stringify({ id: String(seed), text: variedWords(seed, 150), language: 'en' })}\n`,
    )
  await handle.close()
  await product.cli('import', file, '--request', docket, '--json')
  await rm(file)
}

/** Files go past the product into its store, one to a comment, since sending them takes hours; the rows are as it writes them. */
async function addFiles(product: Product): Promise<number> {
  const count = Math.round((gigabytes * 1e9) / fileBytes)
  const pool = new Pool({ ...(await databaseOf(product)), max: 1 })
  const { rows } = await pool.query('select id from docket.comment limit $1', [count])
  for (const { id } of rows) {
    const bytes = randomBytes(fileBytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const folder = join(product.folder, 'files', sha256.slice(0, 2))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, sha256.slice(2)), bytes, { mode: 0o600 })
    await pool.query(
      `insert into docket.attachment (id, comment_id, position, name, media_type, bytes, sha256, publication, extraction)
       values ($1, $2, 1, 'paper.bin', 'application/pdf', $3, $4, 'confidential', 'refused')`,
      [randomUUID(), id, fileBytes, sha256],
    )
  }
  await pool.end()
  return rows.length
}

async function send({ url }: Product, docket: string): Promise<Kept> {
  const headers = { 'content-type': 'application/json' }
  const body = bodyOf(randomUUID(), 2048)
  const answer = await fetch(`${url}/api/requests/${docket}/comments`, { method: 'POST', headers, body })
  return (await answer.json()) as Kept
}

/** The receipt as its sender fetches it, with the key that came with the answer. */
async function receiptOf(product: Product, { number, commentKey }: Kept): Promise<string> {
  const body = new URLSearchParams({ number, key: commentKey })
  const { headers } = await fetch(`${product.url}/comment-key`, { method: 'POST', body, redirect: 'manual' })
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const answer = await fetch(`${product.url}/comments/${number}/receipt.txt`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`The receipt of ${number} answers ${answer.status}.`)
  const file = join(product.folder, `receipt-${randomUUID()}.txt`)
  await writeFile(file, await answer.text())
  return file
}

const verify = (...args: string[]) => run(process.execPath, ['verify.mjs', ...args], { maxBuffer: 1 << 26 })

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
}

/** Runs a command of the product in that folder; answers what it prints, how long it took and its most memory. */
async function command(folder: string, ...args: string[]) {
  let said = ''
  let most = 0
  const env = { ...process.env, PARLEY_DATA: folder }
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    said += piece
  })
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // It has ended.
    }
  }, 20)
  const { seconds, result } = await timed(() => ended(child))
  clearInterval(look)
  if (result !== 0) throw new Error(`parley ${args[0]} ended with ${result}.`)
  return { said: said.trim(), seconds, most }
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(2)} min`

async function audit(product: Product, receipts: readonly string[], checkpoint: string): Promise<void> {
  const file = join(product.folder, 'audit.ndjson')
  const answer = await fetch(`${product.url}/log/export`)
  const handle = await open(file, 'w')
  for await (const chunk of answer.body ?? []) await handle.write(chunk)
  await handle.close()
  await verify(
    'audit',
    file,
    '--open',
    '--checkpoint',
    checkpoint,
    ...receipts.flatMap((one) => ['--receipt', one]),
  )
}

/** Both ways by tar, of a folder that nobody writes to. */
async function measurePeer({ folder }: Product, away: string) {
  const archive = join(away, 'peer.tar')
  const places = [...new Set([folder, homeOf(join(folder, 'database'))])]
  const out = await timed(async () => {
    await run('tar', ['-cf', archive, ...places.flatMap((place) => ['-C', place, '.'])])
    await run('sync', [archive])
  })
  const back = join(away, 'peer')
  await mkdir(back)
  const backIn = await timed(async () => {
    await run('tar', ['-xf', archive, '-C', back])
    await run('sync', ['-f', back])
  })
  const { size } = await stat(archive)
  await rm(archive)
  await rm(back, { recursive: true })
  return { out: out.seconds, in: backIn.seconds, size }
}

const [original, copy] = [await makeProduct(), await makeProduct()]
const away = await mkdtemp(join(tmpdir(), 'parley-backups-'))
try {
  await original.start()
  const docket = await openRequest(original)
  await importComments(original, docket)
  const files = await addFiles(original)
  const kept: Kept[] = []
  for (let one = 0; one < sample; one += 1) kept.push(await send(original, docket))
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const before: string[] = []
  for (const one of kept) before.push(await receiptOf(original, one))
  const checkpoint = join(original.folder, 'checkpoint.txt')
  await writeFile(checkpoint, await (await fetch(`${original.url}/log/checkpoint`)).text())
  console.log(`${whole(comments)} comments, ${whole(files)} files of ${fileBytes / 1e6} MB each`)

  const senders = startSenders(original.url, docket, 2)
  const backup = await command(original.folder, 'backup', away)
  await senders.finish()
  const { size } = await stat(backup.said)
  console.log(
    `backup   ${minutes(backup.seconds)}, at most ${whole(backup.most)} MB of memory, ${(size / 1e9).toFixed(2)} GB; ${senders.acknowledged.size} comments were taken meanwhile`,
  )
  await original.stop()
  const peer = await measurePeer(original, away)

  const restore = await command(copy.folder, 'restore', backup.said)
  console.log(`restore  ${minutes(restore.seconds)}, at most ${whole(restore.most)} MB of memory, verified`)
  console.log(
    `tar -c   ${minutes(peer.out)} of the stopped installation, ${(peer.size / 1e9).toFixed(2)} GB: a backup takes ${(backup.seconds / peer.out).toFixed(1)} times as long`,
  )
  console.log(
    `tar -x   ${minutes(peer.in)}, nothing verified: a restore takes ${(restore.seconds / peer.in).toFixed(1)} times as long`,
  )

  await copy.start()
  const after: string[] = []
  for (const one of kept) after.push(await receiptOf(copy, one))
  for (const receipt of [...before, ...after]) await verify('receipt', receipt)
  const [{ count } = { count: 0 }] = await ask<{ count: number }>(
    copy,
    'select count(*)::int as count from docket.comment',
  )
  await send(copy, docket)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  await audit(copy, [...before, ...after], checkpoint)
  console.log(
    `${count} comments restored; ${before.length + after.length} receipts verify; the audit holds, the old checkpoint in it`,
  )
} finally {
  await original.remove()
  await copy.remove()
  await rm(away, { recursive: true, force: true })
}
