import type { Actor } from '../../participants/index.ts'
import { Button, type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { SignatoryId } from '../comments/signatories/model.ts'
import { answersOpen } from './model.ts'
import type { SignatoriesServices } from './services.ts'
import { listJoinable, listToSpeakFor } from './spoken-for.ts'
import { words } from './words.ts'

interface Spoken {
  id: SignatoryId
  number: string
  name: string
  acts: readonly ('confirm' | 'refuse' | 'withdraw')[]
}

interface Loaded {
  joinable: string | undefined
  spoken: readonly Spoken[]
}

/** On a joint comment: the way to sign it too, and buttons for those who speak for an organisation that is named. */
export function signatoriesParts({ db, clock }: SignatoriesServices): OfferedPart<Actor>[] {
  const part = offerPart<Actor, Loaded>({
    place: 'comment-ways',
    async load(refs, viewer) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const now = clock.now()
      const [joinable, spoken] = [
        await listJoinable(db, ids, now),
        await listToSpeakFor(db, ids, viewer, now),
      ]
      const told = new Set([...joinable.keys(), ...spoken.map(({ comment }) => comment)])
      return new Map(
        [...told].map((id) => {
          const own = spoken.filter(({ comment }) => comment === id)
          const acts = own.map(({ state, ...one }) => ({
            ...one,
            acts: answersOpen(state).filter((act) => act !== 'offer'),
          }))
          return [refKey({ kind: 'comment', id }), { joinable: joinable.get(id), spoken: acts }]
        }),
      )
    },
    render: (loaded) => <Ways {...loaded} />,
  })
  return [part]
}

function Ways({ joinable, spoken }: Loaded) {
  const t = useWords(words)
  return (
    <div class="parley-noprint">
      {joinable && (
        <p>
          <a href={`/comments/${joinable}/sign`} rel="nofollow">
            {t('joinWay')}
          </a>
        </p>
      )}
      {spoken.map(({ id, number, name, acts }) => (
        <form key={id} method="post" action={`/comments/${number}/signatories/${id}/answer`}>
          <p class="govuk-body">{t('speakFor', { name })}</p>
          <div class="govuk-button-group">
            {acts.map((act) => (
              <Button key={act} name="act" value={act} kind="secondary">
                {t(`signAct-${act}`, { name })}
              </Button>
            ))}
          </div>
        </form>
      ))}
    </div>
  )
}
