import type { Db } from '../../platform/db/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Clock } from '../../platform/time.ts'
import { consistencyRanges } from '../proof/merkle.ts'
import { cosignatureOf, parseVerifier } from '../proof/note.ts'
import { rangeHash, tilesFor } from '../proof/tiles.ts'
import { type CheckpointRow, cosignedSize, insertCosignature, listCheckpoints, readTiles } from './store.ts'
import type { LogTables } from './tables.ts'

/** Someone else's program that co-signs checkpoints (c2sp.org/tlog-witness). */
export interface Witness {
  url: string
  verifier: string
}

/** Reads `URL KEY, URL KEY`; answers what is wrong in words where it cannot. */
export function parseWitnesses(setting: string): Witness[] | { problem: string } {
  const witnesses = setting
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ url: one.split(/\s+/)[0] ?? '', verifier: one.split(/\s+/)[1] ?? '' }))
  const wrong = witnesses.find(({ url, verifier }) => !URL.canParse(url) || !parseVerifier(verifier))
  if (!wrong) return witnesses
  return {
    problem: `PARLEY_WITNESSES has “${wrong.url} ${wrong.verifier}”. Write URL KEY, with the key that the witness prints.`,
  }
}

export interface Witnessing {
  db: Db<LogTables>
  clock: Clock
  witnesses: readonly Witness[]
  log: (line: string) => void
}

const patience = 10_000

/** Brings the newest checkpoint to each witness and stores what it signs; answers how many signed. */
export async function askWitnesses({ db, clock, witnesses, log }: Witnessing): Promise<number> {
  const [checkpoint] = await listCheckpoints(db, 1)
  if (!checkpoint) return 0
  const asked = witnesses.map(async ({ url, verifier }) => {
    try {
      const before = await cosignedSize(db, verifier)
      if (before === checkpoint.size) return 0
      const line = await askOne(db, { url, verifier }, checkpoint, before)
      await db
        .transaction()
        .execute((tx) =>
          insertCosignature(tx, { size: checkpoint.size, witness: verifier, line, at: clock.now() }),
        )
      return 1
    } catch (error) {
      log(`The witness at ${url} did not co-sign: ${error instanceof Error ? error.message : error}`)
      return 0
    }
  })
  return (await Promise.all(asked)).reduce<number>((sum, one) => sum + one, 0)
}

async function askOne(
  db: Db<LogTables>,
  { url, verifier }: Witness,
  checkpoint: CheckpointRow,
  before: number,
): Promise<string> {
  let answer = await post(url, await requestOf(db, checkpoint, before))
  const known = await sizeItKnows(answer)
  if (known !== undefined) answer = await post(url, await requestOf(db, checkpoint, known))
  const body = await answer.text()
  if (!answer.ok) throw new Error(`it answered ${answer.status}: ${body.slice(0, 200).trim()}`)
  const line = cosignatureOf(checkpoint.note, body, verifier)
  if (!line) throw new Error('its answer is not signed by its key')
  return line
}

/** A witness that remembers another size says so, and is asked again from there. */
async function sizeItKnows(answer: Response): Promise<number | undefined> {
  if (answer.status !== 409 || answer.headers.get('content-type') !== 'text/x.tlog.size') return undefined
  const size = Number(await answer.clone().text())
  return Number.isSafeInteger(size) ? size : undefined
}

async function requestOf(db: Db<LogTables>, { size, note }: CheckpointRow, before: number): Promise<string> {
  if (before > size) throw new Error(`it has seen ${before} leaves, and the log has ${size}`)
  const ranges = consistencyRanges(before, size)
  const tiles = await readTiles(db, tilesFor(ranges))
  const lines = ranges.map((range) => `${rangeHash(tiles, range).toString('base64')}\n`)
  return `old ${before}\n${lines.join('')}\n${note}`
}

const post = (url: string, body: string) =>
  fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(patience),
  })

/** Asks whenever the log has grown; a witness that is away is asked again later and delays nobody. */
export function startWitnessing(witnessing: Witnessing, { every = 1000, away = 15_000 } = {}): Loop {
  let said = ''
  return startLoop(async () => {
    const complaints = await complaintsOf(witnessing)
    if (complaints && complaints !== said) witnessing.log(complaints)
    said = complaints
    return complaints ? away : every
  })
}

async function complaintsOf(witnessing: Witnessing): Promise<string> {
  const complaints: string[] = []
  const log = (line: string) => complaints.push(line)
  await askWitnesses({ ...witnessing, log }).catch((error) => log(`No witness was asked: ${error}`))
  return complaints.join('\n')
}

/** For pages: who watches this log. */
export const witnessName = ({ verifier }: Witness): string => parseVerifier(verifier)?.name ?? verifier
