import { describe, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { foldVotes } from '../mathematics/fold-votes.ts'
import { mapOpinions } from '../mathematics/map-opinions.ts'
import { readPolis } from '../polis-files/read-polis.ts'
import { findAlike } from './find-alike.ts'

const shared = sharedData('polis-conversations')
const conversations = [
  '15-per-hour-seattle',
  'brexit-consensus',
  'london.youth.policing',
  'scoop-hivemind.taxes',
  'vtaiwan.uberx',
]

describe.skipIf(!shared).each(conversations)('In the conversation %s', (name) => {
  test('nobody is flagged, and two hundred who join with the same twelve votes are', async () => {
    const { log } = await readPolis([`${shared}/${name}`])
    const matrix = foldVotes(log)
    expect(matrix.participants.length).toBeGreaterThan(20)
    expect(findAlike(matrix, mapOpinions(matrix).groups.of)).toEqual([])
    const [people, first] = [200, log.participants.length]
    const joined = Array.from({ length: people * 12 }, (_, nth) => ({
      who: first + Math.floor(nth / 12),
      what: nth % 12,
    }))
    const attacked = foldVotes({
      participants: [...log.participants, ...Array.from({ length: people }, (_, who) => `planted-${who}`)],
      statements: log.statements,
      participant: Int32Array.from([...log.participant, ...joined.map(({ who }) => who)]),
      statement: Int32Array.from([...log.statement, ...joined.map(({ what }) => what)]),
      value: Int8Array.from([...log.value, ...joined.map(({ what }) => (what % 3) - 1)]),
    })
    const [found] = findAlike(attacked, mapOpinions(attacked).groups.of)
    expect(found?.rows).toEqual(Array.from({ length: people }, (_, who) => first + who))
  })
})
