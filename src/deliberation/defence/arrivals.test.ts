import { describe, expect, test } from 'vitest'
import { networkOf, networkPart } from '../voting/taking/network-of.ts'
import { findBursts } from './find-bursts.ts'
import { findNetworks } from './find-networks.ts'

const HOUR = 3_600_000
/** One person every so many minutes for a week. */
const steady = (minutes: number) =>
  Array.from({ length: (7 * 24 * 60) / minutes }, (_, nth) => nth * minutes * 60_000)

describe('arrivals', () => {
  test('in a steady stream are no burst', () => {
    expect(findBursts(steady(2), 0)).toEqual([])
  })

  test('of 200 people within ten minutes are one, and are told with their time', () => {
    const crowd = Array.from({ length: 200 }, (_, nth) => 50 * HOUR + nth * 2500)
    const found = findBursts([...steady(30), ...crowd], 0)
    expect(found).toHaveLength(1)
    expect(found[0]?.who.length).toBeGreaterThanOrEqual(200)
    expect(found[0]).toMatchObject({ from: 50 * HOUR, until: 50 * HOUR + 600_000 })
  })

  test('over a busy day are no burst, though the days before were quiet', () => {
    const busy = Array.from({ length: 24 * 60 }, (_, nth) => 48 * HOUR + nth * 60_000)
    const inside = findBursts([...steady(60), ...busy], 0).filter(
      ({ from }) => from > 49 * HOUR && from < 71 * HOUR,
    )
    expect(inside).toEqual([])
  })

  test('that nobody knows the time of are no burst', () => {
    expect(
      findBursts(
        Array.from({ length: 100 }, () => Number.NaN),
        0,
      ),
    ).toEqual([])
  })
})

describe('networks', () => {
  test('are told where ten people came from one, and they are one of twenty', () => {
    const many = Array.from({ length: 100 }, (_, nth) => (nth < 12 ? 'a' : nth < 15 ? 'b' : `c${nth}`))
    expect(findNetworks(many)).toEqual([{ network: 'a', who: Array.from({ length: 12 }, (_, nth) => nth) }])
    expect(findNetworks([null, null])).toEqual([])
  })

  test('are three of four numbers of an address, or the site of a long one', () => {
    expect(networkPart('192.0.2.77')).toBe('192.0.2')
    expect(networkPart('::ffff:192.0.2.78')).toBe('192.0.2')
    expect(networkPart('2001:db8:1::9')).toBe('2001:db8:1')
    expect(networkPart('2001:DB8:0001:5:6:7:8:9')).toBe('2001:db8:1')
    expect(networkPart('::1')).toBe('0:0:0')
    expect(networkPart('fe80::1%eth0')).toBe('fe80:0:0')
    expect(networkPart('somewhere')).toBeUndefined()
  })

  test('are hashed with a key: another deliberation knows them by another name', () => {
    const [one, other] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)]
    expect(networkOf('192.0.2.77', one)).toEqual(networkOf('192.0.2.3', one))
    expect(networkOf('192.0.2.77', one)).not.toEqual(networkOf('192.0.2.77', other))
  })
})
