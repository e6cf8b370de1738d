import type { GatedRoute } from '../../src/participants/index.ts'
import { NotFound } from '../../src/platform/errors.ts'

/** What may stand in an address for each of its parts. */
export type Places = Readonly<Record<string, readonly string[]>>

const lists = [
  '',
  'state=all',
  'state=withheld',
  'state=withdrawn',
  'sort=oldest',
  'attachments=with',
  'question=2',
]
const queries: Readonly<Record<string, readonly string[]>> = {
  '/requests/:docket/comments': lists,
  '/api/requests/:docket/comments': lists,
  '/requests/:docket/comments.atom': ['', 'state=all'],
  '/search': ['', 'words=updates'],
  '/requests/:docket/queue': ['', 'done=EX-2026-0001-0002'],
}

/** Every address that a route has with these parts; a part that nobody knows how to fill is an error. */
export function addressesOf({ url }: Pick<GatedRoute, 'url'>, places: Places): string[] {
  const parts = url.match(/:\w+|\*/g) ?? []
  const filled = parts.reduce<string[]>(
    (all, part) => {
      const values = places[part.replace(':', '')]
      if (!values || values.length === 0)
        throw new NotFound(`Nobody knows what stands for ${part} in ${url}.`)
      return all.flatMap((one) => values.map((value) => one.replace(part, encodeURIComponent(value))))
    },
    [url],
  )
  return filled.flatMap((one) => (queries[url] ?? ['']).map((query) => (query ? `${one}?${query}` : one)))
}

/** Routes whose answers are read: HEAD says nothing, and a session that was ended would see less. */
export const isRead = ({ method, action }: GatedRoute) => method !== 'HEAD' && action !== 'sign-out'
