import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { foldVotes, type VoteMatrix } from '../mathematics/fold-votes.ts'
import { readPolis } from './read-polis.ts'

const conversations = [
  ...[
    '15-per-hour-seattle',
    'brexit-consensus',
    'london.youth.policing',
    'scoop-hivemind.taxes',
    'vtaiwan.uberx',
  ],
]
const shared = sharedData('polis-conversations')

/** What each participant who voted thinks of each statement that anybody saw. */
const votesOf = ({ participants, statements, start, column, value }: VoteMatrix) =>
  participants.flatMap((who, row) =>
    Array.from(column.subarray(start[row], start[row + 1]), (at, i) => {
      return `${who} ${statements[at]} ${value[(start[row] ?? 0) + i]}`
    }).sort(),
  )

const matrixOf = async (...paths: string[]) => foldVotes((await readPolis(paths)).log)

describe.skipIf(!shared).each(conversations)('The conversation %s', (name) => {
  const file = (table: string) => `${shared}/${name}/${table}`

  test('has the same votes in its log, the last in time counting, as in its table of participants', async () => {
    const [log, table] = [await matrixOf(file('votes.csv')), await matrixOf(file('participants-votes.csv'))]
    expect(log.value.length).toBeGreaterThan(0)
    expect(votesOf(log)).toEqual(votesOf(table))
    expect(log.statements).toEqual(table.statements)
  })

  test('reads as a folder: everybody who took part, and which statements are out', async () => {
    const { log, moderatedOut, meta } = await readPolis([file('')])
    const table = await matrixOf(file('participants-votes.csv'))
    expect(log.participants).toEqual(table.participants)
    expect(meta.size).toBe(0)
    expect([...moderatedOut].every((id) => /^\d+$/.test(id))).toBe(true)
  })
})

describe('Votes in a file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-polis-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const read = async (words: string, name = 'some.csv') => {
    const file = join(folder, name)
    await writeFile(file, words)
    return readPolis([file])
  }

  test('keep ids with leading zeros, columns that are not ours, and count re-votes that stand out of order', async () => {
    const { log } = await read(
      'xid,vote,voter-id,comment-id,timestamp\nx,-1,007,01,200\ny,1,007,01,100\nz,0,7,1,100\n',
    )
    expect(votesOf(foldVotes(log))).toEqual(['7 1 0', '007 01 -1'])
  })

  test.each([
    ['[{"pid":1,"tid":"02","vote":1},{"pid":2,"tid":"02","vote":-1}]'],
    [
      '[{"participant_id":1,"statement_id":"02","vote":1.0},{"participant_id":2,"statement_id":"02","vote":"-1"}]',
    ],
  ])('are read from JSON under either set of keys: %s', async (words) => {
    expect(votesOf(await matrixOfText(words))).toEqual(['1 02 1', '2 02 -1'])
  })
  const matrixOfText = async (words: string) => foldVotes((await read(words, 'votes.json')).log)

  test('of two conversations are not merged: a second table of votes or participants is refused', async () => {
    const [one, other] = [join(folder, 'one.csv'), join(folder, 'other.csv')]
    for (const [words, said] of [
      ['participant,1\n7,1\n', 'The participants are in'],
      ['vote,voter-id,comment-id\n1,7,1\n', 'The votes are in'],
    ] as const) {
      await writeFile(one, words)
      await writeFile(other, words)
      await expect(readPolis([one, other])).rejects.toThrow(said)
    }
  })

  test('are without the statements that were moderated out, or are about the voters, however that is written', async () => {
    const comments = join(folder, 'list.json')
    const list = [
      { tid: 1, mod: -1, is_meta: 'False' },
      { tid: 2, mod: 1, is_meta: 'True' },
      { tid: 3, mod: '-1', is_meta: false },
      { tid: 4, mod: 0, is_meta: null },
    ]
    await writeFile(comments, JSON.stringify(list))
    const votes = join(folder, 'votes.json')
    await writeFile(votes, '[{"pid":1,"tid":1,"vote":1}]')
    const { moderatedOut, meta } = await readPolis([comments, votes])
    expect([[...moderatedOut], [...meta]]).toEqual([['1', '2', '3'], ['2']])
  })

  test.each([
    ['voter-id,comment-id,vote\n1,1,NaN\n', 'row 1: “NaN” is no vote'],
    ['voter-id,comment-id,vote\n1,1,1\n1,,1\n', 'row 2: The vote or text names no statement'],
    ['voter-id,comment-id,vote,timestamp\n1,1,2,5\n', 'row 1: “2” is no vote'],
    ['voter-id,comment-id,vote,timestamp\n1,1,1,noon\n', 'row 1: “noon” is no time'],
    ['participant,group-id,1,2\na,0,1,agree\n', 'row 1: “agree” is no vote'],
    ['participant,group-id,1,1\na,0,1,1\n', 'The column 1 is there twice'],
    ['participant,group-id,1,2\n1,0,1,1\n2,0,1', 'row 2: The row has 3 cells and the heading 4'],
    ['voter-id,comment-id,vote,timestamp\n1,2,1', 'row 1: The row has 3 cells and the heading 4'],
    ['voter-id,comment-id,vote\n1,2,1,5\n', 'row 1: The row has 4 cells and the heading 3'],
    ['voter-id,comment-id,vote\n1,2,"1\n', 'This is no table in CSV'],
    ['a,b\n1,2\n', 'By its columns this is no Polis file'],
    ['', 'The file is empty'],
    ['comment-id,comment-body\n1,hello\n', 'There are no votes in it'],
  ])('are refused in a sentence where %j stands in it', async (words, sentence) => {
    await expect(read(words)).rejects.toThrow(sentence)
  })

  test.each([
    ['{"pid":1', 'This is no JSON'],
    ['[{"pid":1,"tid":2,"vote":NaN}]', 'This is no JSON'],
    ['[{"pid":1,"tid":2,"vote":null}]', 'row 1: “null” is no vote'],
    ['[{"pid":1,"tid":2,"vote":0},7]', 'row 2: This is no vote'],
    ['{"pid":1}', 'By its columns this is no Polis file'],
  ])('in JSON are refused in a sentence where it says %s', async (words, sentence) => {
    await expect(read(words, 'votes.json')).rejects.toThrow(sentence)
  })

  test('of somebody who cast none still count who took part', async () => {
    const { log } = await read('participant,xid,n-votes,1,2\n1,me,1,1,\n2,,0,,\n')
    expect(log.participants).toEqual(['1', '2'])
    expect(log.statements).toEqual(['1'])
  })
})
