import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import { mapAddress } from '../map/address.ts'
import type { MapDb } from '../map/services.ts'
import { readingAddress } from './address.ts'
import { readStateOf, type Standing } from './model.ts'
import { maySee } from './seen.ts'
import { listStandings } from './store.ts'
import { words } from './words.ts'

interface Told extends Standing {
  /** Whether the viewer may see how it was read; whether everyone may. */
  seen: boolean
  mapped: boolean
}

/** On a comment's own page: how far analysts are with it, and the ways to what they noted. */
export function standingParts(db: MapDb): OfferedPart<Actor>[] {
  const part = offerPart<Actor, Told>({
    place: 'comment-led-to',
    async load(refs, viewer) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const standings = await listStandings(db, ids)
      const see = await maySee(db, viewer, standings)
      return new Map(
        standings.map((one) => [refKey({ kind: 'comment', id: one.comment }), { ...one, ...see(one) }]),
      )
    },
    render: (told) => <LedTo {...told} />,
  })
  return [part]
}

function LedTo({ number, docket, seen, mapped, ...standing }: Told) {
  const t = useWords(words)
  const state = readStateOf(standing)
  const { done: readers, passages } = standing
  return (
    <>
      <p>{t(`state-${state}`, { readers, passages })}</p>
      {seen && state === 'coded' && passages > 0 && (
        <ul class="govuk-list">
          <li>
            <a href={readingAddress(number)}>{t('howRead')}</a>
          </li>
          {mapped && (
            <li>
              <a href={mapAddress(docket)}>{t('onMap')}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
