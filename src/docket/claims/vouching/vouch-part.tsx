import type { Actor, ParticipantsTables } from '../../../participants/index.ts'
import { Button, type OfferedPart, offerPart, refKey } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { Services } from '../../../platform/services.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { words } from '../words.ts'
import { listToVouch } from './vouch.ts'

interface ToVouch {
  number: string
  organisation: string
}

/** On a comment in an organisation's name, for those who speak for it. */
export function vouchPart({ db, clock }: Services<CommentTables & ParticipantsTables>): OfferedPart<Actor> {
  return offerPart<Actor, ToVouch>({
    place: 'comment-ways',
    async load(refs, viewer) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const found = await listToVouch(db, ids, viewer, clock.now())
      return new Map(
        found.map(({ id, number, representation }) => [
          refKey({ kind: 'comment', id }),
          { number, organisation: representation.organisationName },
        ]),
      )
    },
    render: (toVouch) => <Vouch {...toVouch} />,
  })
}

function Vouch({ number, organisation }: ToVouch) {
  const t = useWords(words)
  return (
    <form method="post" action={`/comments/${number}/vouch`} class="parley-noprint">
      <p class="govuk-body">{t('vouchText', { organisation })}</p>
      <Button kind="secondary">{t('vouchButton', { organisation })}</Button>
    </form>
  )
}
