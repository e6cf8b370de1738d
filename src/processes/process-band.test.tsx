import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { newId } from '../platform/id.ts'
import { after, type Instant } from '../platform/time.ts'
import type { Process } from './model.ts'
import { useProcessBand } from './process-band.ts'
import { stagesFrom } from './process-form.ts'

const DAY = 86_400_000
const now = new Date('2026-03-01T12:00:00Z')
const process: Process = {
  id: newId<'process'>(0),
  slug: 'updates',
  name: 'Updates',
  scope: 'Updates.',
  outcomeCharacter: 'best-practice',
  binding: 'voluntary',
  convenor: undefined,
  docketPrefix: 'ODT',
  zone: 'UTC',
  createdAt: now,
  publishedAt: now,
  issues: [],
  stages: stagesFrom('open-request-for-comment', { opens: now, closes: after(now, 60 * DAY) }),
}
const request = { opensAt: now, deadline: { at: after(now, 27 * DAY) } }

function left(at: Instant, about?: typeof request): string | undefined {
  const Left = () => <>{useProcessBand(process, at, about).stages?.left}</>
  return renderToString(<Left />)
}

test('a page about a request counts the days to its deadline, not to the end of the stage', () => {
  expect(left(now, request)).toBe('27 days left to comment')
  expect(left(now)).toBe('60 days left in this stage')
})

test('nobody is told of days to comment before a request opens, or after its deadline', () => {
  expect(left(now, { ...request, opensAt: after(now, DAY) })).toBe('60 days left in this stage')
  expect(left(after(now, 28 * DAY), request)).toBe('32 days left in this stage')
  expect(left(after(now, 70 * DAY), { ...request, deadline: { at: after(now, 90 * DAY) } })).toBe(
    '35 days left in this stage',
  )
})
