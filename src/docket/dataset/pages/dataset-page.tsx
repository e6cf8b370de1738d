import { type ComponentChildren, Fragment } from 'preact'
import { Caption, Colon, Document, Table, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { useFileSize } from '../../reading/pages/file-facts.ts'
import { columnsFor } from '../columns.ts'
import { type MadeDataset, nameOf, type Scope } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  scope: Scope
  nightly: MadeDataset | undefined
  now: Instant
}

export const datasetAddress = (docket: string, file = '') =>
  `/requests/${encodeURIComponent(docket)}/dataset${file && `/${file}`}`

const addressOf = ({ process, requests: [first], whole }: Scope) =>
  whole || !first ? `/processes/${process.slug}/dataset` : datasetAddress(first.docket)

/** A docket, or every docket of a process, to take away. */
export function DatasetPage({ scope, nightly, now }: Props) {
  const t = useWords(words)
  const { process, requests, whole } = scope
  const [first] = requests
  const name = nameOf(scope)
  return (
    <Document
      title={t(whole ? 'titleProcess' : 'title')}
      process={useProcessBand(process, now, whole ? undefined : first)}
      back={
        whole || !first
          ? { href: `/processes/${process.slug}`, text: process.name }
          : { href: `/requests/${first.docket}/comments`, text: t('back') }
      }
    >
      <Caption>{whole ? process.name : name}</Caption>
      <h1>{t(whole ? 'titleProcess' : 'title')}</h1>
      <p class="govuk-body-l">{t('lead')}</p>
      {requests.length === 0 ? <p>{t('noRequests')}</p> : <Files scope={scope} nightly={nightly} />}
    </Document>
  )
}

function Files({ scope, nightly }: Omit<Props, 'now'>) {
  const t = useWords(words)
  const { process, whole } = scope
  const base = addressOf(scope)
  return (
    <>
      <h2>{t('whole')}</h2>
      <p>{t(whole ? 'wholeProcessText' : 'wholeText')}</p>
      <p>
        <a href={`${base}/dataset.zip`} download>
          {t('wholeLink', { docket: nameOf(scope) })}
        </a>
      </p>
      {nightly ? (
        <Nightly base={base} zone={scope.requests[0]?.deadline.zone ?? process.zone} {...nightly} />
      ) : (
        <p>{t('nightlyNone')}</p>
      )}
      <h2>{t('single')}</h2>
      {whole && <p>{t('singleProcess')}</p>}
      <Tables base={base} />
      <p>{t('safe')}</p>
      {whole ? <Dockets scope={scope} /> : <Elsewhere process={process} />}
      <Dictionary scope={scope} />
    </>
  )
}

/** How a docket comes back, and where all dockets of its process are. */
function Elsewhere({ process }: Pick<Scope, 'process'>) {
  const t = useWords(words)
  return (
    <>
      <h2>{t('again')}</h2>
      <p>{t('againText')}</p>
      <p>
        <a href={`/processes/${process.slug}/dataset`}>{t('wholeProcess', { process: process.name })}</a>
      </p>
    </>
  )
}

function Dockets({ scope: { requests } }: Pick<Props, 'scope'>) {
  const t = useWords(words)
  return (
    <>
      <h2>{t('dockets')}</h2>
      <ul>
        {requests.map(({ docket, title, language }) => (
          <li key={docket}>
            <a href={datasetAddress(docket)}>{docket}</a>
            <Colon />
            <span lang={language}>{title}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Nightly({ base, madeAt, bytes, sha256, zone }: MadeDataset & { base: string; zone: string }) {
  const t = useWords(words)
  const made = <Time at={madeAt} zone={zone} />
  const link = (text: ComponentChildren) => (
    <a href={`${base}/nightly.zip`} download>
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

function Tables({ base }: { base: string }) {
  const t = useWords(words)
  const csv = `${base}/comments.csv`
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a href={`${base}/comments.jsonl`} download>
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
        <a href={`${base}/regulations-gov.csv`} download>
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

function Dictionary({ scope }: Pick<Props, 'scope'>) {
  const t = useWords(words)
  const rows = columnsFor(scope).map(({ name, meaning: { key, number } }) => [
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
