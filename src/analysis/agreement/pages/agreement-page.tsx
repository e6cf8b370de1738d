import { Document, EmptyState, Table } from '../../../platform/html/index.ts'
import { locales, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { FEWEST_UNITS } from '../interval.ts'
import type { Agreement, Measured } from '../measure.ts'
import { words } from '../words.ts'

interface Props {
  process: Process
  now: Instant
  agreement: Agreement
  differences: number
}

/** How well coders agree per code and per issue, with what the numbers mean. */
export function AgreementPage({ process, now, agreement, differences }: Props) {
  const t = useWords(words)
  const { slug, name } = process
  const { units, codes, issues } = agreement
  return (
    <Document
      title={t('agreement')}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${slug}`, text: name }}
      wide
      unlisted
    >
      <h1>{t('agreement')}</h1>
      <p class="govuk-body-l">{t('agreementIntro')}</p>
      <p>{t('agreementRule')}</p>
      {units === 0 ? (
        <EmptyState title={t('noUnits')}>
          <p>{t('noUnitsText')}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {t('agreementUnits', { count: units })} {units < FEWEST_UNITS && t('agreementFew')}
          </p>
          {differences > 0 && (
            <p>
              <a href={`/processes/${slug}/adjudication`}>{t('toSettle', { count: differences })}</a>
            </p>
          )}
          <Measures title={t('perCode')} head={t('code')} rows={codes} />
          <Measures title={t('perIssue')} head={t('issue')} rows={issues} />
          <p class="parley-muted">{t('source')}</p>
          <p class="parley-noprint">
            <a href={`/processes/${slug}/agreement.csv`}>{t('download')}</a>
          </p>
        </>
      )}
    </Document>
  )
}

function Measures({ title, head, rows }: { title: string; head: string; rows: readonly Measured[] }) {
  const t = useWords(words)
  const format = new Intl.NumberFormat(locales[useLocale()].dates, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  })
  if (rows.length === 0) return null
  return (
    <Table
      cards
      rowHeaders
      caption={title}
      captionClass="govuk-table__caption--m"
      head={[
        { text: head },
        ...(['units', 'used', 'alpha', 'interval'] as const).map((key) => ({ text: t(key), numeric: true })),
        { text: t('meaning') },
      ]}
      rows={rows.map(({ name, units, used, alpha, interval, meaning }) => [
        { text: <bdi>{name}</bdi> },
        { text: units, numeric: true },
        { text: used, numeric: true },
        { text: alpha === undefined ? t('undefined') : format.format(alpha), numeric: true },
        {
          text: interval
            ? t('intervalIs', { from: format.format(interval.from), to: format.format(interval.to) })
            : t('undefined'),
          numeric: true,
        },
        { text: t(meaning) },
      ])}
    />
  )
}
