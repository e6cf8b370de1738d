import { describe, expect, test } from 'vitest'
import type { Secret } from './secrecy/fill-house.ts'
import { answerOf, askers, type House, openOne, sequences, values } from './secrecy/pairs.ts'

/** In all; `PARLEY_PAIRS=500` for the whole of it. */
const count = Number(process.env['PARLEY_PAIRS'] ?? 24)
const seed = 20_261_123

const secrets: readonly Secret[] = [
  'confidentialAnswer',
  'withheldText',
  'unpublishedName',
  'draftText',
  'claimWords',
  'redactedWord',
]

/** Where the one answer ceases to be like the other. */
function firstUnlike(here = '', there = ''): string {
  const at = [...here].findIndex((sign, place) => sign !== there[place])
  return [here, there].map((one) => one.slice(Math.max(0, at - 60), at + 60)).join(' | ')
}

async function differences(one: House, other: House, pair: number): Promise<string[]> {
  const found: string[] = []
  const each = Math.ceil(count / secrets.length)
  for (const [at, sequence] of sequences(one.house.app.gatedRoutes, each, seed + pair).entries()) {
    const asker = askers[at % askers.length] ?? 'guest'
    const from = `10.0.${Math.floor(at / 250)}.${1 + (at % 250)}`
    for (const asked of sequence) {
      const [here, there] = await Promise.all(
        [one, other].map((house) => answerOf(house, asked, asker, from)),
      )
      if (here !== there) found.push(`${asker}: ${asked.address}: ${firstUnlike(here, there)}`)
    }
  }
  return found
}

describe.each(secrets.map((secret, at) => [secret, at] as const))(
  'two houses that differ in nothing but one %s',
  (secret, at) => {
    test('answer whoever is entitled to nothing alike', { timeout: 900_000 }, async () => {
      const [one, other] = [await openOne(secret, values[0]), await openOne(secret, values[1])]
      expect(await differences(one, other, at)).toEqual([])
      await Promise.all([one, other].map(({ house }) => house.close()))
    })
  },
)
