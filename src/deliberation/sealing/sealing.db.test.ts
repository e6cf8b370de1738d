import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Audit, checkReceipt } from '../../../verify.mjs'
import { startSequencer } from '../../record/index.ts'
import { openVoting } from '../voting/testing.ts'
import { sealVotes } from './seal-votes.ts'

let voting: Awaited<ReturnType<typeof openVoting>>
let code: string
beforeAll(async () => {
  voting = await openVoting()
  code = await voting.arrive()
})
afterAll(() => voting.house.close())

const seal = () => sealVotes(voting.db, voting.house.services.clock.now())

/** The log gives its leaves their places. */
async function settle(): Promise<void> {
  const { db, log: key, clock } = voting.house.services
  const folder = await mkdtemp(join(tmpdir(), 'parley-seal-'))
  const sequencer = startSequencer({ db, key, clock, folder, log: () => {} })
  for (let waits = true; waits; ) {
    const { rows } = await voting.house.database.pool.query('select from record.leaf where index is null')
    waits = rows.length > 0
    if (waits) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await sequencer.stop()
}

async function exported(): Promise<string[]> {
  const answer = await voting.get('/log/export')
  return answer.body.trim().split('\n')
}

function audit(lines: readonly string[]) {
  const checked = new Audit({})
  for (const line of lines) checked.take(line)
  return checked.finish()
}

test('votes wait for their batch, which is one entry and one leaf, however many they are', async () => {
  const votes = [await voting.vote(1, 'agree', code, { matters: 'yes' }), await voting.vote(2, 'pass', code)]
  await voting.vote(1, 'disagree', await voting.arrive())
  const id = voting.votedIn(votes[0] as (typeof votes)[0])
  expect((await voting.get(`${voting.at}/votes/${id}`, code)).body).toContain('Its proof follows')
  expect(await seal()).toBe(3)
  expect(await seal()).toBe(0)
  expect((await voting.kinds()).filter((kind) => kind === 'votes-cast')).toHaveLength(1)
})

test('the receipt of a vote proves it offline, down to the words', async () => {
  await settle()
  const own = (await voting.get(`${voting.at}/votes`, code)).body
  const ids = [...own.matchAll(/votes\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '')
  expect(ids).toHaveLength(2)
  const { body } = await voting.get(`${voting.at}/votes/${ids[1]}/receipt.txt`, code)
  const { report } = checkReceipt(body)
  expect(report.problems).toEqual([])
  expect(report.holds.join('\n')).toContain('The vote «agree» («this matters to me»)')
  expect(report.holds.join('\n')).toContain('one of the 3 of its batch')
  expect(report.holds.join('\n')).toContain('It was cast on these words: «Updates for ten years.»')
})

test('a receipt that was changed anywhere does not hold', async () => {
  const own = (await voting.get(`${voting.at}/votes`, code)).body
  const id = /votes\/([0-9a-f-]{36})/.exec(own)?.[1]
  const { body } = await voting.get(`${voting.at}/votes/${id}/receipt.txt`, code)
  const changed: [string, string][] = [
    ['vote pass', 'vote agree'],
    ['matters no', 'matters yes'],
    ['| Labels must say so.', '| Labels must not say so.'],
    ['votes 3', 'votes 2'],
    ['index 1', 'index 0'],
    ['--- batch', '--- statement'],
  ]
  for (const [from, to] of changed) {
    expect(body).toContain(from)
    expect(checkReceipt(body.replace(from, to)).report.problems.length, from).toBeGreaterThan(0)
  }
})

test('nobody else gets the receipt of a vote', async () => {
  const own = (await voting.get(`${voting.at}/votes`, code)).body
  const id = /votes\/([0-9a-f-]{36})/.exec(own)?.[1]
  for (const other of ['', await voting.arrive()])
    for (const url of [`${voting.at}/votes/${id}`, `${voting.at}/votes/${id}/receipt.txt`])
      expect((await voting.get(url, other)).statusCode).toBe(404)
})

test('an outsider counts the votes of the export against the batches', async () => {
  await voting.vote(3, 'agree', code)
  await seal()
  await settle()
  const lines = await exported()
  const report = audit(lines)
  expect(report.problems).toEqual([])
  expect(report.holds.join('\n')).toContain('4 votes are those of 2 batch(es) in the log')
  const votes = lines.filter((line) => line.startsWith('{"type":"vote"'))
  expect(votes).toHaveLength(4)
  for (const gone of votes)
    expect(audit(lines.filter((line) => line !== gone)).problems.length).toBeGreaterThan(0)
  const without = audit(lines.filter((line) => !votes.includes(line)))
  expect(without.problems).toEqual([])
  expect(without.notes.join('\n')).toContain('were not counted')
})
