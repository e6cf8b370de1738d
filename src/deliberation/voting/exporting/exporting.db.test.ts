import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVoting } from '../testing.ts'
import { listCountingVotes, listDeclared } from './store.ts'

let voting: Awaited<ReturnType<typeof openVoting>>
beforeAll(async () => {
  voting = await openVoting()
})
afterAll(() => voting.house.close())

test('the map is made of the newest votes, and of the groups that people declared', async () => {
  const [ada, bea] = [await voting.arrive(), await voting.arrive()]
  await voting.vote(2, 'agree', ada)
  await voting.vote(1, 'agree', ada)
  await voting.vote(1, 'disagree', ada)
  await voting.vote(1, 'pass', bea)
  await voting.post(`${voting.at}/about-you`, { group: 'users', issues: '2' }, bea)
  const [{ id }] = (await voting.db.selectFrom('deliberation.deliberation').select('id').execute()) as [
    { id: Parameters<typeof listDeclared>[1] },
  ]
  const votes = await listCountingVotes(voting.db, id)
  expect([...votes.participants]).toEqual([1, 1, 2])
  expect([...votes.statements]).toEqual([1, 2, 1])
  expect([...votes.values]).toEqual([-1, 1, 0])
  const declared = await listDeclared(voting.db, id)
  expect(declared.map(({ number, group, issues }) => [number, group, issues.length])).toEqual([
    [1, null, 0],
    [2, 'users', 1],
  ])
})
