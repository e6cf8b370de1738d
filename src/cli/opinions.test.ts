import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { sharedData } from '../platform/testing/shared-data.ts'
import { opinions } from './opinions.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-opinions-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function told(...args: string[]) {
  const config = readConfig({ PARLEY_DATA: folder, PARLEY_KEYS: folder })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const [out, err]: [string[], string[]] = [[], []]
  const code = await opinions.run(args, {
    config,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    open: () => Promise.reject(new Error('No server is needed.')),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function written(name: string, words: string): Promise<string> {
  await writeFile(join(folder, name), words)
  return join(folder, name)
}

/** No number in it is none: JSON writes null for NaN and for what has no end. */
const hasNoNumber = (json: string) => /null|NaN|Infinity/.test(json)

const names = ['25ptpt-3gp-no-strict-with-meta', 'above-100-ptpts']
const fixtures = sharedData('polis-expected')

describe.skipIf(!fixtures).each(names)('opinions, told of %s', (name) => {
  const at = `${fixtures}/${name}`
  const publishedOf = async () => JSON.parse(await readFile(`${at}/math-pca2.json`, 'utf8'))

  test('find the same statements and projections as Polis, and groups of whom Polis put into them', async () => {
    const published = await publishedOf()
    const inConversation = await written('in-conv.json', JSON.stringify(published['in-conv']))
    const { code, out } = await told(
      `${at}/votes.json`,
      `${at}/comments.json`,
      '--in-conv',
      inConversation,
      '--json',
    )
    const found = JSON.parse(out)
    expect(code).toBe(0)
    expect(found).toMatchObject({ participants: published.n, statements: published['n-cmts'] })
    expect(found.statementIds).toEqual(published.tids.map(String))
    expect(new Set(found.moderatedOut)).toEqual(new Set(published['mod-out'].map(String)))
    const grouped: string[] = found.groups.flatMap(({ members }: { members: string[] }) => members)
    expect(grouped.sort()).toEqual(published['in-conv'].map(String).sort())
    for (const [i, id] of found.statementIds.entries())
      expect(Math.abs(found.extremity[id] - published.pca['comment-extremity'][i])).toBeLessThan(1e-9)
    expect(hasNoNumber(out)).toBe(false)
  })

  test('count as Polis counted, given the groups that it published', async () => {
    const published = await publishedOf()
    const base = published['base-clusters']
    const membership = Object.fromEntries(
      published['group-clusters'].flatMap(({ id, members }: { id: number; members: number[] }) =>
        members.flatMap((one) => base.members[base.id.indexOf(one)].map((who: number) => [who, id])),
      ),
    )
    const groups = await written('groups.json', JSON.stringify(membership))
    const { out } = await told(at, '--groups', groups, '--json')
    const found = JSON.parse(out)
    expect(found.groupVotes).toEqual(published['group-votes'])
    for (const key of ['group-aware-consensus', 'comment-priorities']) {
      const own = found[key === 'comment-priorities' ? 'priorities' : 'groupAwareConsensus']
      for (const [id, value] of Object.entries<number>(published[key]))
        expect(Math.abs(own[id] - value)).toBeLessThan(1e-9)
    }
    const ids = (list: { tid: number | string }[]) => list.map(({ tid }) => String(tid))
    for (const [group, list] of Object.entries<{ tid: number }[]>(published.repness))
      expect(ids(found.representative[group])).toEqual(ids(list))
    expect(ids(found.consensus.agree)).toEqual(ids(published.consensus.agree))
    expect(ids(found.consensus.disagree)).toEqual(ids(published.consensus.disagree))
  })
})

describe('opinions', () => {
  test('say in words what they found', async () => {
    const rows = Array.from({ length: 40 }, (_, who) => {
      const side = who % 2 ? 1 : -1
      return [1, 2, 3, 4].map((what) => `${who},${what},${what === 4 ? 1 : side}`).join('\n')
    })
    const { out, code } = await told(
      await written('votes.csv', `voter-id,comment-id,vote\n${rows.join('\n')}\n`),
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^40 participants, 4 statements, 160 votes\.\nOpinion groups: 2 /)
    expect(out).toContain('Most agree with: 4 (100 %).')
  })

  test.each([
    ['nobody at all', 'voter-id,comment-id,vote\n', { participants: 0, statements: 0, votes: 0 }],
    [
      'one participant',
      'voter-id,comment-id,vote\n007,01,1\n007,2,-1\n',
      { participants: 1, statementIds: ['01', '2'] },
    ],
    [
      'nothing but passes',
      'voter-id,comment-id,vote\na,1,0\nb,1,0\nc,1,0\n',
      { participants: 3, silhouette: 0 },
    ],
    ['all alike', 'voter-id,comment-id,vote\na,1,1\nb,1,1\nc,1,1\n', { participants: 3, silhouette: 0 }],
    ['a voter without a vote', 'participant,group-id,1,2\n1,0,1,-1\n2,,,\n', { participants: 2, votes: 2 }],
  ])('of %s have an answer, without a number that is none', async (_, words, expected) => {
    const { code, out } = await told(await written('few.csv', words), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject(expected)
    expect(hasNoNumber(out)).toBe(false)
  })

  test('refuse what they cannot read in a sentence with the row', async () => {
    const file = await written('odd.csv', 'voter-id,comment-id,vote\n1,1,1\n1,2,NaN\n')
    expect(await told(file)).toMatchObject({
      code: 1,
      err: `${file}, row 2: “NaN” is no vote. A vote is 1 (agree), -1 (disagree) or 0 (pass).`,
    })
    expect(await told(join(folder, 'none.csv'))).toMatchObject({ code: 2 })
    expect(await told()).toMatchObject({ code: 2 })
    const groups = await written('list.json', '[1]')
    expect(
      await told(await written('v.csv', 'voter-id,comment-id,vote\n1,1,1\n'), '--groups', groups),
    ).toMatchObject({ code: 1 })
  })
})
