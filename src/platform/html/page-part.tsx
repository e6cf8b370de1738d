import type { VNode } from 'preact'
import type { Ref } from '../ref.ts'
import { PartBoundary } from './part-boundary.tsx'

export type Place =
  | 'waits-for-you'
  | 'process-requests'
  | 'process-timeline'
  | 'beside-comment'
  | 'comment-led-to'
  | 'beside-issue'
  | 'beside-excerpt'
  | 'comment-ways'
  | 'docket-counts'
  | 'docket-filters'
  | 'organisation-said'
  | 'organisation-positions'

/** What a later step shows on an earlier step's page, without the earlier one knowing of it. */
export interface PagePart<Viewer, Loaded = unknown> {
  place: Place
  load(refs: readonly Ref[], viewer: Viewer): Promise<ReadonlyMap<string, Loaded>>
  render(loaded: Loaded): VNode
}

type Fill = (ref: Ref) => VNode | undefined

/** A part as pages take it: its own type of loaded thing stays its own business. */
export interface OfferedPart<Viewer> {
  place: Place
  fill(refs: readonly Ref[], viewer: Viewer): Promise<Fill>
}

export const refKey = (ref: Ref): string => `${ref.kind}:${ref.id}`

export function offerPart<Viewer, Loaded>(part: PagePart<Viewer, Loaded>): OfferedPart<Viewer> {
  return {
    place: part.place,
    async fill(refs, viewer) {
      const loaded = await part.load(refs, viewer)
      return (ref) => {
        const found = loaded.get(refKey(ref))
        return found === undefined ? undefined : part.render(found)
      }
    },
  }
}

/** Loads each part of a place once for all refs on the page; a part that fails is reported and left out. */
export async function fillParts<Viewer>(
  parts: readonly OfferedPart<Viewer>[],
  place: Place,
  refs: readonly Ref[],
  viewer: Viewer,
  failed: (error: unknown) => void = () => undefined,
): Promise<(ref: Ref) => VNode[]> {
  const offered = parts.filter((part) => part.place === place)
  const filled = await Promise.all(offered.map((part) => load(part, refs, viewer, failed)))
  return (ref) => filled.flatMap((fill) => fill?.(ref) ?? [])
}

async function load<Viewer>(
  part: OfferedPart<Viewer>,
  refs: readonly Ref[],
  viewer: Viewer,
  failed: (error: unknown) => void,
): Promise<Fill | undefined> {
  try {
    const fill = await part.fill(refs, viewer)
    return (ref) => {
      const filled = fillOne(fill, ref, failed)
      return filled && <PartBoundary failed={failed}>{filled}</PartBoundary>
    }
  } catch (error) {
    failed(error)
    return undefined
  }
}

/** Nothing where the part has nothing to say, so that the page can tell. */
function fillOne(fill: Fill, ref: Ref, failed: (error: unknown) => void): VNode | undefined {
  try {
    return fill(ref)
  } catch (error) {
    failed(error)
    return undefined
  }
}
