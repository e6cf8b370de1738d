import { newId } from '../../platform/id.ts'
import type { RequestId } from '../../requests/index.ts'
import { type Arrival, type Attachment, trackingNumber } from './model.ts'
import type { Numbered } from './store.ts'

/** Gives each its tracking number, on from the last one of its request, and the ids of all its parts. */
export function numberArrivals(arrivals: readonly Arrival[], last: Map<RequestId, number>): Numbered[] {
  return arrivals.map((arrival) => {
    const running = (last.get(arrival.request.id) ?? 0) + 1
    last.set(arrival.request.id, running)
    return identified(arrival, trackingNumber(arrival.request.docket, running))
  })
}

function identified(arrival: Arrival, number: string): Numbered {
  const at = arrival.receivedAt.getTime()
  const posted = arrival.state === 'posted'
  return {
    arrival,
    number,
    id: newId(at),
    leaf: newId(at),
    answers: arrival.answers.map(({ publication }) => ({
      id: newId(at),
      version: newId(at),
      published: posted && publication !== 'confidential' ? newId(at) : undefined,
    })),
    attachments: arrival.attachments.map((file) => ({ id: newId(at), version: versionOf(file, at) })),
  }
}

function versionOf({ extraction }: Attachment, at: number): Numbered['attachments'][number]['version'] {
  return extraction.text === undefined ? undefined : newId(at)
}
