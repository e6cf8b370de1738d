import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Checkboxes, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { findPlaces, namePlace } from '../find-places.ts'
import { words } from '../words.ts'
import { usePlace } from './place.ts'
import { type RedactionPageProps, redactionAddress } from './redaction-page-props.ts'

const kinds = { same: 'foundSame', address: 'foundAddress', phone: 'foundPhone' } as const

/** The way from the top of the page to what was found. */
export function WayToFound({ redacting: { texts } }: Pick<RedactionPageProps, 'redacting'>) {
  const t = useWords(words)
  const count = findPlaces(texts).length
  if (count === 0) return null
  return (
    <p>
      <a href="#found" data-key="f">
        {t('foundCount', { count })}
      </a>
    </p>
  )
}

/** What was found besides: the same words elsewhere, addresses, numbers; the moderator chooses what to mark. */
export function FoundPlaces({
  redacting: { texts, whole, redactions },
}: Pick<RedactionPageProps, 'redacting'>) {
  const t = useWords(words)
  const called = useReasonNames()
  const place = usePlace(whole)
  const places = findPlaces(texts)
  if (places.length === 0) return null
  const last = redactions.at(-1)?.reason
  return (
    <form
      method="post"
      action={`${redactionAddress(whole.comment.number)}/marks/places`}
      id="found"
      tabIndex={-1}
      aria-label={t('found')}
    >
      <Checkboxes
        name="places"
        legend={t('foundCount', { count: places.length })}
        hint={t('foundHint')}
        items={places.map((one) => ({
          value: namePlace(one),
          text: t(kinds[one.kind], { words: one.words, place: place(one.key), paragraph: one.paragraph }),
        }))}
      />
      <Select
        id="found-reason"
        name="reason"
        label={t('reason')}
        value={last ?? 'personal-information'}
        options={whole.reasons.map(({ code, name }) => ({ value: code, text: called(name) }))}
      />
      <Button kind="secondary">{t('markChosen')}</Button>
    </form>
  )
}
