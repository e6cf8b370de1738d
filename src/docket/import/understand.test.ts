import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import type { Row } from './model.ts'
import { type Submission, understand } from './understand.ts'

const groups = new Set(['users', 'private-sector', 'government', 'civil-society', 'academia'])

function understood(cells: Record<string, string>): Submission {
  const row: Row = { row: 1, cells: new Map(Object.entries(cells)), warnings: [] }
  return understand(row, columnsOf(Object.keys(cells), new Map()), groups)
}

test('id, date, group and language of the first docket are kept', () => {
  const one = understood({
    id: '7',
    feedback: 'Yes.',
    language: 'FR',
    userType: 'NGO',
    dateFeedback: '2026/02/03 23:59:55',
  })
  expect(one).toMatchObject({ originalId: '7', text: 'Yes.', language: 'fr', group: 'civil-society' })
  expect(one.at?.toISOString()).toBe('2026-02-03T23:59:55.000Z')
  expect(one.originalGroup).toBe('NGO')
})

test('what the docket has no place for stays beside the comment', () => {
  expect(understood({ text: 'Yes.', 'Page Count': '3', empty: '' }).rest).toEqual({ 'Page Count': '3' })
})

test('a date nobody can read is kept as it stood, with a warning', () => {
  const one = understood({ text: 'Yes.', date: 'last Tuesday' })
  expect(one.at).toBeUndefined()
  expect(one.rest).toEqual({ date: 'last Tuesday' })
  expect(one.warnings).toEqual([{ key: 'noDate', values: { words: 'last Tuesday' } }])
})

test('a language nobody knows is undetermined, with a warning', () => {
  const one = understood({ text: 'Yes.', language: 'not a language' })
  expect(one.language).toBe('und')
  expect(one.warnings).toHaveLength(1)
})

test('a notice among the rows is told from a submission', () => {
  expect(understood({ Comment: '', 'Document Type': 'Notice' }).kind).toBe('notice')
  expect(understood({ Comment: 'Yes.', 'Document Type': 'Public Submission' }).kind).toBe('submission')
  expect(understood({ Comment: 'Yes.' }).kind).toBe('submission')
})

test('a name is a person’s, unless it has the form of an object id', () => {
  expect(understood({ name: 'Ann Example', text: 'Yes.' })).toMatchObject({
    name: 'Ann Example',
    originalId: undefined,
  })
  expect(understood({ name: '090000648408ed6b', text: 'Yes.' })).toMatchObject({
    name: undefined,
    originalId: '090000648408ed6b',
  })
})

test('who asked for no name gets none', () => {
  expect(understood({ text: 'Yes.', publication: 'ANONYMOUS' }).named).toBe(false)
})

test('a zero byte does not stop the row, and is told', () => {
  const one = understood({ text: 'before\0after' })
  expect(one.text).toBe('before\ufffdafter')
  expect(one.warnings).toEqual([{ key: 'replaced', values: { what: 'nul', count: 1 } }])
})
