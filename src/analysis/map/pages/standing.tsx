import { Button, InsetText } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { mapAddress } from '../address.ts'
import { words } from '../words.ts'
import type { MapProps } from './props.ts'

/** To whom the map is shown; who may change that does so here. */
export function Standing({ request, publishedAt, mayPublish, filters }: MapProps) {
  const t = useWords(words)
  const locale = useLocale()
  const { zone } = request.deadline
  return (
    <>
      {publishedAt ? (
        <p>{t('publishedSince', { day: dayIn(publishedAt, zone, locale) })}</p>
      ) : (
        <InsetText>{t('unpublished')}</InsetText>
      )}
      {mayPublish && (
        <form
          method="post"
          action={mapAddress(request.docket, filters, publishedAt ? '/take-back' : '/publish')}
          class="parley-noprint"
        >
          <p class="govuk-hint">{t(publishedAt ? 'takeBackHint' : 'publishHint')}</p>
          <Button kind={publishedAt ? 'secondary' : undefined}>
            {t(publishedAt ? 'takeBack' : 'publish')}
          </Button>
        </form>
      )}
    </>
  )
}
