import { parseId } from '../../platform/id.ts'
import { parseInstant } from '../../platform/time.ts'
import type { Place } from './model.ts'

/** A place in the docket as an address carries it. */
export function placeText({ at, id }: Place): string {
  return `${at.toISOString()}~${id}`
}

/** Nothing where the text names no place: the list then begins at its beginning. */
export function parsePlace(text: string | undefined): Place | undefined {
  const [time = '', rest = ''] = (text ?? '').split('~')
  const at = parseInstant(time)
  const id = parseId<'comment'>(rest)
  return at && id ? { at, id } : undefined
}
