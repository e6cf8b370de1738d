import { newId } from '../../platform/id.ts'
import type { RequestId } from '../../requests/index.ts'
import { type Arrival, trackingNumber } from './model.ts'
import type { Numbered } from './store.ts'

/** An arrival with the ids and the number that it goes by from now on. */
export type Identified = Pick<Numbered, 'arrival' | 'id' | 'number' | 'answers' | 'attachments'>

/** Gives each its tracking number, on from the last one of its request, and the ids of all its parts. */
export function numberArrivals(arrivals: readonly Arrival[], last: Map<RequestId, number>): Identified[] {
  return arrivals.map((arrival) => {
    const running = (last.get(arrival.request.id) ?? 0) + 1
    last.set(arrival.request.id, running)
    const at = arrival.receivedAt.getTime()
    return {
      arrival,
      number: trackingNumber(arrival.request.docket, running),
      id: newId(at),
      answers: arrival.answers.map(() => newId<'answer'>(at)),
      attachments: arrival.attachments.map(() => newId<'attachment'>(at)),
    }
  })
}
