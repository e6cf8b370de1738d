import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldVotes } from '../../mathematics/fold-votes.ts'
import { computeMaps, readMatrix } from '../../opinions/compute-map.ts'
import { readPolis } from '../../polis-files/read-polis.ts'
import { openVoting } from '../../voting/testing.ts'

let bench: Awaited<ReturnType<typeof openVoting>>
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-files-out-'))
  bench = await openVoting()
  await bench.seed(
    bench.at,
    '=2+3 is five, say some.\nA claim that will be withheld.\nThe last claim, “quoted”, of all.',
  )
  for (let who = 0; who < 6; who += 1) {
    const code = await bench.arrive()
    for (let statement = 1; statement <= 6; statement += 1)
      await bench.vote(statement, (statement + who) % 2 === 0 ? 'agree' : 'disagree', code)
    if (who === 0) await bench.vote(1, 'pass', code)
  }
  const moderator = await bench.house.signInAs({ role: 'moderator', process: bench.process })
  await bench.house.post(
    `${bench.at}/statements/5/decision`,
    { seen: 'posted', act: 'withhold', reason: 'off-topic' },
    moderator.cookie,
  )
  await computeMaps(bench.house.services, (line) => expect(line).toBe(''))
})
afterAll(async () => {
  await bench.house.close()
  await rm(folder, { recursive: true, force: true })
})

const file = async (name: string) => (await bench.get(`${bench.at}/files/${name}`)).body
const rowsOf = async (name: string) => parse(await file(name), { columns: true }) as Record<string, string>[]

describe('the files of a deliberation', () => {
  test('are told on a page of their own, each with what it holds', async () => {
    const page = (await bench.get(`${bench.at}/files`)).body
    for (const name of [
      'comments.csv',
      'votes.csv',
      'participants-votes.csv',
      'summary.csv',
      'README.md',
      'LICENCE.txt',
    ])
      expect(page).toContain(`/files/${name}"`)
    expect((await bench.get(bench.at)).body).toContain(`${bench.at}/files"`)
  })

  test('hold every vote with those that were changed, and say which way each participant stands', async () => {
    const votes = await rowsOf('votes.csv')
    expect(votes).toHaveLength(31)
    const people = await rowsOf('participants-votes.csv')
    expect(people).toHaveLength(6)
    expect(people[0]).toMatchObject({ participant: '1', '1': '0', 'n-votes': '5' })
    expect(Object.keys(people[0] ?? {})).not.toContain('5')
    expect(await file('summary.csv')).toContain('voters,6')
  })

  test('say nothing of a statement that is withheld, nor of who anybody is', async () => {
    const [one] = await bench.rows('participant')
    const code = 'code_hash' in (one ?? {}) ? (one as { code_hash: Buffer }).code_hash.toString('hex') : ''
    expect(code).not.toBe('')
    for (const name of ['comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv', 'README.md']) {
      const text = await file(name)
      expect(text).not.toContain('will be withheld')
      expect(text).not.toContain(code)
    }
  })

  test('open in a spreadsheet without running anything', async () => {
    expect(await file('comments.csv')).toContain("'=2+3 is five")
    expect((await rowsOf('columns.csv')).map(({ column }) => column)).toContain('comment-body')
  })

  test('read by whoever reads Polis’ files, come to the very votes that count here', async () => {
    for (const name of ['comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv'])
      await writeFile(join(folder, name), await file(name))
    const { log } = await readPolis([folder])
    const { id } = await bench.db
      .selectFrom('deliberation.deliberation')
      .select('id')
      .executeTakeFirstOrThrow()
    const cells = ({ participants, statements, start, column, value }: ReturnType<typeof foldVotes>) =>
      participants
        .flatMap((who, row) =>
          Array.from({ length: (start[row + 1] ?? 0) - (start[row] ?? 0) }, (_, nth) => {
            const at = (start[row] ?? 0) + nth
            return `${who} ${statements[column[at] ?? -1]} ${value[at]}`
          }),
        )
        .sort()
    const ours = cells(await readMatrix(bench.house.services.db, id))
    expect(ours).toHaveLength(30)
    expect(cells(foldVotes(log))).toEqual(ours)
  })

  test('are all in one archive with their data card and terms', async () => {
    const answer = await bench.house.app.inject({ method: 'GET', url: `${bench.at}/files/all.zip` })
    const files = unzipSync(answer.rawPayload)
    expect(Object.keys(files).sort()).toEqual(
      [
        'README.md',
        'LICENCE.txt',
        'columns.csv',
        'comments.csv',
        'votes.csv',
        'participants-votes.csv',
        'summary.csv',
      ].sort(),
    )
    const card = Buffer.from(files['README.md'] ?? []).toString('utf8')
    expect(card).toContain('6 participants, 5 statements, 31 votes')
    expect(card).toContain('Anyone, without an account')
    expect(card).toContain('The map stood at version 1.')
  })

  test('that nobody knows are not there', async () => {
    expect((await bench.get(`${bench.at}/files/people.csv`)).statusCode).toBe(404)
    expect((await bench.get(`${bench.at.replace(/1$/, '99')}/files/votes.csv`)).statusCode).toBe(404)
  })
})
