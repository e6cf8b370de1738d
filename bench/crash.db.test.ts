import { expect, test } from 'vitest'
import { drillCrashes } from './kit/crash-drill.ts'
import { judge } from './kit/stored-comments.ts'

test('nothing acknowledged is lost or doubled when app and database are killed under load', async () => {
  const drilled = await drillCrashes({ app: 2, database: 2, tell: () => {} })
  const { lost, doubled, badlyRecorded, recordedOnly, contradicted, left, audit } = drilled
  expect({ lost, doubled, badlyRecorded, recordedOnly, contradicted, left }).toEqual({
    lost: 0,
    doubled: 0,
    badlyRecorded: 0,
    recordedOnly: 0,
    contradicted: 0,
    left: [],
  })
  expect(drilled.acknowledged).toBeGreaterThan(80)
  expect(drilled.adopted).toBe(2)
  expect(audit.said).toContain('Everything checked holds.')
}, 120_000)

test('a comment that is missing, told of under another number, doubled or badly recorded is found', () => {
  const acknowledged = new Map([
    ['kept', 'A-0001'],
    ['lost', 'A-0002'],
    ['renumbered', 'A-0003'],
  ])
  const comments = [
    { key: 'kept', number: 'A-0001', leaves: 1, entries: 1 },
    { key: 'renumbered', number: 'A-0004', leaves: 2, entries: 1 },
    { key: 'doubled', number: 'A-0005', leaves: 1, entries: 0 },
    { key: 'doubled', number: 'A-0006', leaves: 1, entries: 1 },
  ]
  expect(judge(acknowledged, { comments, leaves: 6, entries: 3 })).toEqual({
    acknowledged: 3,
    stored: 4,
    lost: 2,
    doubled: 1,
    badlyRecorded: 2,
    recordedOnly: 1,
  })
})
