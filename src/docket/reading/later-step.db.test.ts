import { h } from 'preact'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../participants/index.ts'
import { offerPart, refKey } from '../../platform/html/index.ts'
import { numbersOn, openDocket } from './testing.ts'

const docket = await openDocket()
const { parts, newRequest, post, page } = docket
afterAll(docket.close)

describe('a later step', () => {
  test('adds to the docket and to a comment, loads once a page, and may fail without loss', async () => {
    const request = await newRequest()
    const [first, second] = await post(request, {}, {})
    const loads: number[] = []
    parts.push(
      offerPart<Actor, string>({
        place: 'beside-comment',
        load: async (refs) => {
          loads.push(refs.length)
          return new Map(refs.map((ref) => [refKey(ref), `noted ${ref.kind}`]))
        },
        render: (loaded) => h('p', null, loaded),
      }),
      offerPart<Actor, string>({
        place: 'docket-counts',
        load: async ([ref]) => new Map(ref ? [[refKey(ref), 'two campaigns']] : []),
        render: (loaded) => h('p', null, loaded),
      }),
      offerPart<Actor, string>({
        place: 'docket-filters',
        load: async () => Promise.reject(new Error('the later step is broken')),
        render: (loaded) => h('p', null, loaded),
      }),
    )
    const html = await page(`/requests/${request.docket}/comments`)
    expect(html.match(/noted comment/g)).toHaveLength(2)
    expect(html).toContain('two campaigns')
    expect(numbersOn(html)).toEqual([second, first])
    expect(loads).toEqual([2])
    expect(await page(`/comments/${first}`)).toContain('noted comment')
    expect(loads).toEqual([2, 1])
    parts.length = 0
  })
})
