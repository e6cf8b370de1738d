import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { after as later } from '../../platform/time.ts'
import { openVoting } from '../voting/testing.ts'
import { computeMaps } from './compute-map.ts'

let bench: Awaited<ReturnType<typeof openVoting>>
let moderator: { cookie: string }
beforeAll(async () => {
  bench = await openVoting()
  const claims = [...'abcdefgh'].map((letter) => `Claim ${letter} about how updates are given.`)
  await bench.seed(bench.at, claims.join('\n'))
  moderator = await bench.house.signInAs({ role: 'moderator', process: bench.process })
})
afterAll(() => bench.house.close())

const compute = () => computeMaps(bench.house.services, (line) => expect(line).toBe(''))
const map = async () => JSON.parse((await bench.get(`${bench.at}/opinions.json`)).body)
const page = async (way = '') => (await bench.get(`${bench.at}/opinions${way}`)).body
const defence = async () => (await bench.house.get(`${bench.at}/defence`, moderator.cookie)).body
const decide = (form: Record<string, string>) =>
  bench.house.post(`${bench.at}/defence`, { finding: keyIn, ...form }, moderator.cookie)
let keyIn = ''

/** Votes of somebody new on the first ten statements. */
async function voteAll(word: (statement: number) => string) {
  const code = await bench.arrive()
  for (let statement = 1; statement <= 10; statement += 1) await bench.vote(statement, word(statement), code)
}

describe('a coordinated block', () => {
  test('is not seen where two camps vote each their own way', async () => {
    for (let who = 0; who < 24; who += 1)
      await voteAll((statement) => {
        if ((who * 7 + statement * 3) % 5 === 0) return 'pass'
        return (statement + who) % 2 === 0 ? 'agree' : 'disagree'
      })
    await compute()
    expect(await map()).toMatchObject({ voters: 24, findings: [] })
    expect(await map()).not.toHaveProperty('without')
    expect(await page()).not.toContain('flagged')
    expect(await defence()).toContain('Many at one time')
  })

  test('of thirty with the same votes is flagged, told in numbers, and shown with and without', async () => {
    for (let who = 0; who < 30; who += 1)
      await voteAll((statement) => (statement % 3 === 0 ? 'disagree' : 'agree'))
    await compute()
    const told = await map()
    expect(told).toMatchObject({ voters: 54, without: { voters: 24 } })
    expect(told.findings).toEqual([{ kind: 'alike', people: 30, flagged: true }])
    const html = await page()
    expect(html).toContain('30 people are flagged')
    expect(html).toContain('54 people cast 540 votes')
    expect(html).toContain('30 people gave the same 10 votes')
    const without = await page('?flagged=without')
    expect(without).toContain('24 people cast 240 votes')
    expect(without).toContain('You see the results without the flagged.')
  })

  test('stays in the table of votes, and nobody is kept from voting', async () => {
    expect((await bench.get(`${bench.at}/votes.csv`)).body.trim().split('\n')).toHaveLength(541)
  })

  test('is shown to the convenor with its votes, and to nobody else', async () => {
    const html = await defence()
    keyIn = /name="finding" value="(alike-[^"]+)"/.exec(html)?.[1] ?? ''
    expect(keyIn).not.toBe('')
    expect(html).toContain('The votes they share')
    const stranger = await bench.house.signInAs()
    for (const way of ['defence', 'defence.csv']) {
      expect((await bench.get(`${bench.at}/${way}`)).statusCode).toBe(303)
      expect((await bench.house.get(`${bench.at}/${way}`, stranger.cookie)).statusCode).toBe(403)
    }
    const csv = (await bench.house.get(`${bench.at}/defence.csv`, moderator.cookie)).body
    expect(csv.split('\n').filter((line) => line.includes(',alike,yes,'))).toHaveLength(30)
  })

  test('is taken out of the flagged only with a reason, which is public and on the record', async () => {
    const bare = await decide({ flagged: 'no' })
    expect(bare.statusCode).toBe(422)
    expect(bare.body).toContain('Say why.')
    const long = await decide({ flagged: 'no', reason: 'x'.repeat(1001) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('x'.repeat(1001))
    expect((await decide({ flagged: 'no', reason: 'A class of students in one room.' })).statusCode).toBe(303)
    await compute()
    expect(await map()).not.toHaveProperty('without')
    expect((await map()).findings).toMatchObject([
      { flagged: false, decided: { reason: 'A class of students in one room.' } },
    ])
    expect(await page()).toContain('Taken out of the flagged by the convenor, 30 people')
    const { rows } = await sql<{
      detail: unknown
    }>`select detail from record.entry where kind = 'finding-judged'`.execute(bench.db)
    expect(rows).toMatchObject([{ detail: { finding: 'alike', flagged: false, people: 30 } }])
  })

  test('that was explained shields nobody who copies its votes later', async () => {
    for (let who = 0; who < 12; who += 1)
      await voteAll((statement) => (statement % 3 === 0 ? 'disagree' : 'agree'))
    await compute()
    expect((await map()).findings).toMatchObject([{ people: 42, flagged: true }])
    const again = { flagged: 'no', reason: 'All of the school, not one class.' }
    expect((await decide(again)).statusCode).toBe(303)
    await compute()
    expect((await map()).findings).toMatchObject([{ people: 42, flagged: false }])
  })

  test('that is not found any more cannot be decided about', async () => {
    const gone = await decide({ finding: 'alike-9999', flagged: 'yes', reason: 'Certainly.' })
    expect(gone.statusCode).toBe(409)
    expect(gone.body).toContain('Nothing was decided')
    expect(gone.body).not.toContain('class="govuk-error-message"')
  })
})

describe('where voters come from', () => {
  const kept = async () => {
    const { rows } = await sql<{ kept: number }>`
      select (select count(*) from deliberation.participant where network is not null)::int
        + (select count(*) from deliberation.deliberation where network_key is not null)::int as kept`.execute(
      bench.db,
    )
    return rows[0]?.kept
  }

  test('is kept as a hash that says nothing, and told as one network', async () => {
    expect(await defence()).toContain('66 people came from one network')
    const { rows } = await sql<{ networks: number; size: number }>`
      select count(distinct network)::int as networks, max(octet_length(network))::int as size from deliberation.participant`.execute(
      bench.db,
    )
    expect(rows).toEqual([{ networks: 1, size: 8 }])
  })

  test('is destroyed a day after voting ended, while the finding stays', async () => {
    const { closes_at: closes } = await bench.db
      .selectFrom('deliberation.deliberation')
      .select('closes_at')
      .executeTakeFirstOrThrow()
    moderator = await bench.house.signInAs({ role: 'moderator', process: bench.process })
    bench.house.setTime(later(closes, 23 * 3_600_000))
    await compute()
    expect(await kept()).toBeGreaterThan(0)
    moderator = await bench.house.signInAs({ role: 'moderator', process: bench.process })
    bench.house.setTime(later(closes, 25 * 3_600_000))
    await compute()
    expect(await kept()).toBe(0)
    await decide({ flagged: 'yes', reason: 'There was no class.' })
    await compute()
    expect(await defence()).toContain('66 people came from one network')
  })
})
