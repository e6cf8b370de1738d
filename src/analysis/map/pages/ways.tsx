import { Button, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { mapAddress } from '../address.ts'
import { words } from '../words.ts'
import type { MapProps } from './props.ts'

/** The same as tables for programs, and the way to another round. */
export function Ways({ request: { docket }, filters, others }: MapProps) {
  const t = useWords(words)
  return (
    <section class="parley-noprint" aria-labelledby="more">
      <h2 id="more">{t('more')}</h2>
      {others.length > 0 && (
        <form method="get" action={`${mapAddress(docket)}/compare`}>
          <Select
            {...{ name: 'with', label: t('compareWith') }}
            options={others.map((one) => ({ value: one.docket, text: t('request', one) }))}
          />
          <Button kind="secondary">{t('compare')}</Button>
        </form>
      )}
      <ul class="govuk-list">
        <li>
          <a href={mapAddress(docket, filters, '.csv')}>{t('csv')}</a>
        </li>
        <li>
          <a href={mapAddress(docket, filters, '/missing.csv')}>{t('missingCsv')}</a>
        </li>
        <li>
          <a href={`/api${mapAddress(docket, filters)}`}>{t('json')}</a>
        </li>
      </ul>
    </section>
  )
}
