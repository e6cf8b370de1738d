import { randomUUID } from 'node:crypto'
import { newId } from '../../platform/id.ts'
import { parseInstant } from '../../platform/time.ts'
import type { Arrival } from './model.ts'

const noon = parseInstant('2026-03-01T12:00:00Z')
if (!noon) throw new Error('Noon is no instant.')

/** One request that takes comments; its rows are not needed to take them. For tests only. */
export const someRequest = (docket = `EXAMPLE-${randomUUID().slice(0, 8)}`): Arrival['request'] => ({
  id: newId<'request'>(0),
  processId: newId<'process'>(0),
  docket,
})

/** A comment that could be taken as it is; for tests only. */
export function someArrival(changes: Partial<Arrival> = {}): Arrival {
  return {
    request: someRequest(),
    channel: 'web-form',
    receivedAt: noon as NonNullable<typeof noon>,
    language: 'en',
    group: 'academia',
    particulars: { name: 'Ada Example' },
    answers: [{ text: 'First paragraph.\n\nSecond paragraph.', publication: 'with-name' }],
    attachments: [],
    idempotencyKey: randomUUID(),
    state: 'screening',
    ...changes,
  }
}
