import { expect, test } from 'vitest'
import type { IssueId } from '../../../processes/index.ts'
import type { Position } from '../../coding/model.ts'
import type { Count } from '../model.ts'
import { compare } from './compare.ts'

const issue = 'one' as IssueId
const said = (group: string, position: Position, comments: number): Count => ({
  ...{
    issue,
    group,
    position,
    comments,
    voice: 'individual',
    excerpts: comments,
    once: comments,
    campaigns: 0,
  },
})
const groups = [{ slug: 'academia' }, { slug: 'users' }, { slug: 'government' }]

test('a comparison sets the numbers of two rounds beside each other, and names who came and went', () => {
  const before = [said('academia', 'support', 3), said('users', 'oppose', 1)]
  const after = [said('academia', 'support', 5), said('government', 'question', 2)]
  const [change] = compare([{ id: issue }, { id: 'two' as IssueId }], groups, before, after)
  expect(change?.groups.map(({ group }) => group)).toEqual(['academia', 'users', 'government'])
  expect(change?.groups[0]?.changes[0]).toEqual({ position: 'support', before: 3, after: 5 })
  expect(change?.groups[1]?.changes[2]).toEqual({ position: 'oppose', before: 1, after: 0 })
  expect([change?.came, change?.went]).toEqual([['government'], ['users']])
})

test('an issue of which neither round says anything is left out', () => {
  expect(compare([{ id: issue }], groups, [], [])).toEqual([])
})
