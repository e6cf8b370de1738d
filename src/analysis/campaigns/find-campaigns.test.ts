import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { findCampaigns } from './find-campaigns.ts'
import { openComments } from './read-comments.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-campaigns-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, words: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, words)
  return file
}

async function look(...files: string[]) {
  const opened = await openComments(files, new Map())
  if ('refused' in opened) return opened
  const report = await findCampaigns(opened.comments, 0.8)
  await opened.close()
  return { ...report, remarks: opened.remarks }
}

const letter = 'Ten years of security updates for every connected device sold to homes, please'
const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

describe('campaigns of files', () => {
  test.each([
    ['comments-campaigns/EPA-R06-OAR-2020-0510-0001.csv', 313, [67, 62, 47, 30, 21, 17, 16, 14], 11, 292],
    ['comments-campaigns/EPA-HQ-OPP-2017-0433-0001.csv', 196, [112, 4, 3, 3, 2], 5, 124],
    ['comments-eu/complete.jsonl', 1333, [2], 1, 2],
  ])('of %s are those that the README of the data names', async (name, comments, sizes, count, members) => {
    const file = sharedData(name)
    if (file === undefined) return
    const report = await look(file)
    if ('refused' in report) throw new Error(report.refused)
    expect(report.comments).toBe(comments)
    expect(report.campaigns.slice(0, 8).map(({ size }) => size)).toEqual(sizes)
    expect(report.campaigns).toHaveLength(count)
    expect(report.campaigns.flatMap((one) => one.members)).toHaveLength(members)
  })

  test('“see attached” is none, whatever its wording', async () => {
    const file = sharedData('comments-bulk-csv/CMS-2025-0050-first-50.csv')
    if (file === undefined) return
    const report = await look(file)
    if ('refused' in report) throw new Error(report.refused)
    expect(report.campaigns.filter(({ template }) => /attached/i.test(template))).toEqual([])
    expect(report.stubs.length).toBeGreaterThan(0)
  })

  test('go by ids, and by file and row where an id is missing or was there before', async () => {
    const first = await written(
      'one.jsonl',
      lines({ id: 'A-1', comment: letter }, { comment: letter }, { id: 'A-2', comment: '' }),
    )
    const second = await written('two.csv', `Comment ID,Comment\nA-1,"${letter}, yes"\n`)
    expect(await look(first, second)).toEqual({
      comments: 3,
      distinct: 1,
      campaigns: [{ size: 3, template: letter, members: ['A-1', `${first} row 2`, `${second} row 1`] }],
      stubs: [],
      remarks: [
        { file: first, row: 2, kind: 'no-id', reason: expect.stringContaining('no id') },
        { file: first, row: 3, kind: 'no-text', reason: expect.stringContaining('no text') },
        { file: second, row: 1, kind: 'same-id', reason: expect.stringContaining('A-1 was there before') },
      ],
    })
  })

  test('are found in a file that was cut in the middle, and the cut is told', async () => {
    const whole = `id,comment\n1,"${letter}"\n2,"${letter}"\n3,"${letter}, and`
    const report = await look(await written('cut.csv', whole))
    expect(report).toMatchObject({ comments: 3, campaigns: [{ size: 3 }] })
    expect('remarks' in report && report.remarks).toHaveLength(1)
  })

  test('are found in a list on one line, and under whatever header a row has', async () => {
    const list = JSON.stringify({ comments: [1, 2, 3].map((id) => ({ id: `A-${id}`, comment: letter })) })
    expect(await look(await written('list.json', list))).toMatchObject({
      comments: 3,
      campaigns: [{ size: 3 }],
    })
    const mixed = [
      ...Array.from({ length: 25 }, (_, at) => ({ id: `B-${at}`, comment: letter })),
      { id: 'C', text: letter },
    ]
    expect(await look(await written('mixed.jsonl', lines(...mixed)))).toMatchObject({ comments: 26 })
  })

  test('are looked for in no file that is none', async () => {
    expect(await look(await written('empty.csv', ''))).toMatchObject({ refused: 'empty' })
    expect(await look(await written('other.csv', 'a,b\n1,2\n'))).toMatchObject({ refused: 'no-text-column' })
  })
})

describe('a form that nearly everybody kept', () => {
  const asked = [
    'Question 1: For how many years should a maker promise security updates for the devices it sells?',
    'Question 2: Who should tell a buyer how long a device is supported, and where should it stand?',
    'Question 3: What else should the ministry know about the support of devices in your home?',
  ]
  const form = (...answers: string[]) =>
    asked.map((question, at) => `${question}\n${answers[at] ?? 'N/A'}`).join('\n\n')
  const own = (seed: number) => Array.from({ length: 60 }, (_, at) => `word${seed * 100 + at}`).join(' ')

  test('makes no campaign of those who left it empty or said a word or two, and keeps the real one', async () => {
    const rows = [
      ...Array.from({ length: 15 }, (_, at) => ({ id: `long-${at}`, text: form(own(at), own(at + 50)) })),
      ...Array.from({ length: 10 }, (_, at) => ({
        id: `bare-${at}`,
        text: form(...(at % 2 ? [] : ['Yes'])),
      })),
      ...Array.from({ length: 5 }, (_, at) => ({ id: `copy-${at}`, text: form(letter, `${letter} now`) })),
    ]
    const report = await look(await written('form.jsonl', lines(...rows)))
    if ('refused' in report) throw new Error('The file was refused.')
    expect(report.campaigns.map(({ members }) => members)).toEqual([
      ['copy-0', 'copy-1', 'copy-2', 'copy-3', 'copy-4'],
    ])
    expect(report.campaigns[0]?.template).toContain(asked[0])
    expect(report.stubs).toHaveLength(10)
  })

  test('is not told from a letter that many sign: what only copies share stays a campaign', async () => {
    const mass =
      'Would you please require ten years of security updates for every device that is sold to homes?'
    const rows = [
      ...Array.from({ length: 100 }, (_, at) => ({ id: `mass-${at}`, text: mass })),
      ...Array.from({ length: 12 }, (_, at) => ({ id: `own-${at}`, text: own(at) })),
    ]
    const report = await look(await written('mass.jsonl', lines(...rows)))
    if ('refused' in report) throw new Error('The file was refused.')
    expect(report.campaigns.map(({ size }) => size)).toEqual([100])
  })
})
