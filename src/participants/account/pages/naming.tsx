import { Button } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { ListedRepresentation } from '../../organisations/model.ts'
import { words } from '../words.ts'

/** Whether the public pages of organisations name the person: theirs to say, and to take back. */
export function Naming({ representations }: { representations: readonly ListedRepresentation[] }) {
  const t = useWords(words)
  if (representations.length === 0) return null
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return (
    <>
      <h3 class="govuk-heading-s">{t('naming')}</h3>
      <p class="govuk-body">{t('namingHint')}</p>
      {representations.map(({ id, named, organisationName, organisationSlug }) => {
        const organisation = () => <a href={`/organisations/${organisationSlug}`}>{organisationName}</a>
        return (
          <form key={id} method="post" action={`/me/representations/${id}/naming`}>
            <p class="govuk-body">
              {t.rich(named ? 'namedNow' : 'unnamedNow', { organisation: organisation() })}
            </p>
            <Button kind="secondary" name="named" value={named ? 'no' : 'yes'}>
              {t.rich(named ? 'unnameMe' : 'nameMe', { aside, organisation: organisationName })}
            </Button>
          </form>
        )
      })}
    </>
  )
}
