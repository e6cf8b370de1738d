import { expect, test } from 'vitest'
import { nestForm } from './nest-form.ts'

test('rows of a form come in their order, gaps closed', () => {
  expect(nestForm({ name: 'A', 'issues.10.title': 'late', 'issues.2.title': 'early' })).toEqual({
    name: 'A',
    issues: [{ title: 'early' }, { title: 'late' }],
  })
})

test('a name that is no row of a form stays as it came, so that it is found to be unknown', () => {
  const nested = nestForm({ 'issues.9999.title': 'x', 'a.b': 'y', '__proto__.0.polluted': 'z' })
  expect(Object.keys(nested as object)).toEqual(['issues.9999.title', 'a.b', '__proto__.0.polluted'])
  expect({}).not.toHaveProperty('polluted')
})
