import { describe, expect, test } from 'vitest'
import { type Actor, decide, guest, type PersonId, type PolicyRow, type Role } from './model.ts'

const policy: PolicyRow[] = [
  { action: 'comment', relation: 'any', roles: ['anyone'], stages: ['comments'] },
  { action: 'post', relation: 'any', roles: ['moderator'], stages: 'every' },
  { action: 'withdraw', relation: 'holder', roles: ['anyone'], stages: 'every' },
]

const moderator: Actor = {
  person: '018e0000-0000-7000-8000-000000000001' as PersonId,
  name: 'Mo',
  everywhere: new Set(),
  inProcess: new Map([['p1', new Set<Role>(['moderator'])]]),
}

describe('the policy table', () => {
  test('lets anyone comment while comments are taken', () => {
    expect(decide(policy, guest, 'comment', { stage: 'comments' })).toBe(true)
  })
  test('does not let anyone comment in a stage it does not name', () => {
    expect(decide(policy, guest, 'comment', { stage: 'analysis' })).toBe(false)
    expect(decide(policy, guest, 'comment')).toBe(false)
  })
  test('denies what no row allows', () => {
    expect(decide(policy, moderator, 'erase', { process: 'p1' })).toBe(false)
  })
  test('lets a moderator post in the process where the role is held, and in no other', () => {
    expect(decide(policy, moderator, 'post', { process: 'p1' })).toBe(true)
    expect(decide(policy, moderator, 'post', { process: 'p2' })).toBe(false)
    expect(decide(policy, moderator, 'post')).toBe(false)
  })
  test('asks for the comment key where a row says so', () => {
    expect(decide(policy, guest, 'withdraw')).toBe(false)
    expect(decide(policy, guest, 'withdraw', { relations: ['holder'] })).toBe(true)
  })
})
