import { afterAll, expect, test } from 'vitest'
import { testApp } from '../testing.ts'

const house = await testApp()
afterAll(house.close)

test('programs are told what they may send, and pages are left to people', async () => {
  const answer = await house.get('/api/openapi.json')
  const { openapi, paths } = answer.json<{ openapi: string; paths: Record<string, unknown> }>()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toContain('/api/requests/{docket}/comments')
  expect(Object.keys(paths).filter((path) => !path.startsWith('/api/'))).toEqual([])
})
