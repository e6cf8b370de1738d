import { Details, Stamp } from '../../../platform/html/index.ts'
import { countryName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { ShownSignatory } from '../signatories/model.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'

/** Beyond it the list stands folded. */
const A_SHORT_LIST = 12

/** Who signs a joint comment, and how far each of them is known to. */
export function Signatories({ comment, signatories }: CommentPageProps) {
  const t = useWords(words)
  const { signing, refused, withdrawn, withheld } = signatories
  const gone = [
    refused > 0 && t('signatoriesRefused', { count: refused }),
    withdrawn > 0 && t('signatoriesWithdrawn', { count: withdrawn }),
    withheld > 0 && t('signatoriesWithheld', { count: withheld }),
  ].filter((one) => one !== false)
  const joint = comment.shown?.joint
  if (!joint && gone.length === 0) return null
  return (
    <section aria-labelledby="signatories">
      <h2 id="signatories" class="govuk-heading-m">
        {t('jointTitle', { organisations: joint?.organisations ?? 1, confirmed: joint?.confirmed ?? 0 })}
      </h2>
      {signing.length > A_SHORT_LIST ? (
        <Details summary={t('signatoriesAll')}>
          <List signing={signing} />
        </Details>
      ) : (
        <List signing={signing} />
      )}
      {gone.map((sentence) => (
        <p key={sentence} class="govuk-body">
          {sentence}
        </p>
      ))}
    </section>
  )
}

function List({ signing }: { signing: readonly ShownSignatory[] }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <ul class="govuk-list govuk-list--bullet">
      {signing.map(({ name, country, verification, slug }) => (
        <li key={name}>
          {slug ? <a href={`/organisations/${slug}`}>{name}</a> : name}
          {country && ` (${countryName(country, locale)})`}{' '}
          <Stamp tone={verification === 'none' ? 'quiet' : 'success'}>{t(`signatory-${verification}`)}</Stamp>
        </li>
      ))}
    </ul>
  )
}
