import { parseId } from '../platform/id.ts'
import { parseInstant } from '../platform/time.ts'
import type { LogPlace } from './model.ts'

/** A place in the log as an address carries it. */
export function placeText({ at, id }: LogPlace): string {
  return `${at.toISOString()}~${id}`
}

/** An address that somebody changed by hand leads to the beginning. */
export function parsePlace(text: string | undefined): LogPlace | undefined {
  const [time = '', rest = ''] = (text ?? '').split('~')
  const at = parseInstant(time)
  const id = parseId<'decision'>(rest)
  return at && id ? { at, id } : undefined
}
