import { type ComponentChildren, Fragment } from 'preact'
import { Document, Table, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { useFileSize } from '../../reading/pages/file-facts.ts'
import { columnsFor } from '../columns.ts'
import type { About } from '../formats.ts'
import type { MadeDataset } from '../model.ts'
import { words } from '../words.ts'

type Props = About & { nightly: MadeDataset | undefined; now: Instant }

export const datasetAddress = (docket: string, file = '') =>
  `/requests/${encodeURIComponent(docket)}/dataset${file && `/${file}`}`

export function DatasetPage({ request, process, nightly, now }: Props) {
  const t = useWords(words)
  const { docket } = request
  return (
    <Document
      title={t('title')}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${docket}/comments`, text: t('back') }}
    >
      <span class="govuk-caption-l">{docket}</span>
      <h1>{t('title')}</h1>
      <p class="govuk-body-l">{t('lead')}</p>
      <h2>{t('whole')}</h2>
      <p>{t('wholeText')}</p>
      <p>
        <a href={datasetAddress(docket, 'dataset.zip')} download>
          {t('wholeLink', { docket })}
        </a>
      </p>
      {nightly ? (
        <Nightly docket={docket} zone={request.deadline.zone} {...nightly} />
      ) : (
        <p>{t('nightlyNone')}</p>
      )}
      <h2>{t('single')}</h2>
      <Tables docket={docket} />
      <p>{t('safe')}</p>
      <h2>{t('again')}</h2>
      <p>{t('againText')}</p>
      <Dictionary request={request} />
    </Document>
  )
}

function Nightly({ docket, madeAt, bytes, sha256, zone }: MadeDataset & { docket: string; zone: string }) {
  const t = useWords(words)
  const made = <Time at={madeAt} zone={zone} />
  const link = (text: ComponentChildren) => (
    <a href={datasetAddress(docket, 'nightly.zip')} download>
      {text}
    </a>
  )
  return (
    <>
      <p>{t.rich('nightly', { link, made, size: useFileSize(bytes) })}</p>
      <p class="parley-muted parley-breakable">{t('nightlyHash', { hash: sha256 })}</p>
    </>
  )
}

function Tables({ docket }: { docket: string }) {
  const t = useWords(words)
  const csv = datasetAddress(docket, 'comments.csv')
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a href={datasetAddress(docket, 'comments.jsonl')} download>
          {t('jsonl')}
        </a>
      </li>
      <li>
        <a href={csv} download>
          {t('csv')}
        </a>{' '}
        (
        <a href={`${csv}?bom=yes`} download>
          {t('csvBom')}
        </a>
        )
      </li>
      <li>
        <a href={datasetAddress(docket, 'regulations-gov.csv')} download>
          {t('regulations')}
        </a>
      </li>
    </ul>
  )
}

/** A long name may break after a word of it, not within. */
const breakable = (name: string) =>
  name.split('_').map((word, at) => (
    <Fragment key={word}>
      {at > 0 && '_'}
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ))

function Dictionary({ request }: Pick<About, 'request'>) {
  const t = useWords(words)
  const rows = columnsFor(request).map(({ name, meaning: { key, number } }) => [
    { text: <code>{breakable(name)}</code> },
    { text: t(`column-${key}`, { number: number ?? 0 }) },
  ])
  return (
    <>
      <h2 id="columns">{t('dictionary')}</h2>
      <Table cards rowHeaders head={[{ text: t('column') }, { text: t('meaning') }]} rows={rows} />
    </>
  )
}
