import { expect, test } from 'vitest'
import { sampleCases } from './redaction/cases.ts'
import { drillRedaction } from './redaction/drill.ts'
import { places } from './redaction/places.ts'

const tell = () => {}

test('of words left out nothing is published, wherever in a document they hide', async () => {
  const cases = [...sampleCases()]
  expect(new Set(cases.map(({ place }) => place))).toEqual(new Set([...places, 'nothing']))
  const { hits, fates } = await drillRedaction({ cases, tell })
  expect(hits).toEqual([])
  expect([...(fates.get('nothing') ?? [])]).toEqual([['offered', 5]])
}, 300_000)

test('a hiding place that the product does not handle is found', async () => {
  const cases = [...sampleCases()].filter(({ place }) => place === 'comment' || place === 'alt-text')
  const { hits } = await drillRedaction({ cases, plant: 'comment', tell })
  expect(new Set(hits.map(({ place }) => place))).toEqual(new Set(['comment']))
  expect(hits.map(({ where }) => where)).toContain('the file, by our own search')
}, 300_000)
