import { expect, test } from 'vitest'
import { type IssueAnswer, readIssueAnswer, writeIssueAnswer } from './model.ts'

const titles = new Map([
  [1, 'Botnets'],
  [2, 'Trusted downloads'],
])

const answer: IssueAnswer = {
  ranked: [
    { issue: 2, rank: 1 },
    { issue: 1, rank: 2 },
  ],
  remark: 'Both matter.',
  proposals: [
    { title: 'Routers without a maker', why: 'Nobody mends them.\n\nMillions are in use.' },
    { title: 'Spare parts', why: '' },
  ],
}

const text = `1. #2 Trusted downloads
2. #1 Botnets

Both matter.

+ Routers without a maker

Nobody mends them.

Millions are in use.

+ Spare parts`

test('a ranking and proposals are one text that a person can read', () => {
  expect(writeIssueAnswer(answer, titles)).toBe(text)
})

test('what was written is read again as it was meant', () => {
  expect(readIssueAnswer(text)).toEqual(answer)
  expect(readIssueAnswer(text.replaceAll('\n', '\r\n'))).toEqual(answer)
})

test('a reason that begins like a proposal stays a reason', () => {
  const tricky = { ...answer, proposals: [{ title: 'One', why: '+ not another\n\n+ nor this' }] }
  const read = readIssueAnswer(writeIssueAnswer(tricky, titles))
  expect(read.proposals).toEqual(tricky.proposals)
})

test('prose is a remark and never made into a proposal or a vote', () => {
  for (const prose of ['Take up botnets.', '1. Botnets\n2. Downloads', '0. #1 Botnets', 'See #2.'])
    expect(readIssueAnswer(prose)).toEqual({ ranked: [], remark: prose, proposals: [] })
})

test('an issue named twice is ranked once, where it stands first', () => {
  expect(readIssueAnswer('1. #2\n2. #2\n2. #1').ranked).toEqual([
    { issue: 2, rank: 1 },
    { issue: 1, rank: 2 },
  ])
})

test('a proposal with its reason on the next line keeps both', () => {
  expect(readIssueAnswer('+ Spare parts\nThey run out.').proposals).toEqual([
    { title: 'Spare parts', why: 'They run out.' },
  ])
})
