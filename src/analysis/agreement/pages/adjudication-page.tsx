import { Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { words } from '../words.ts'

type Listed = readonly { id: string; number: string; language: string; words: string }[]

interface Props {
  process: Process
  now: Instant
  waiting: Listed
  settled: Listed
  /** More than these are not shown. */
  most: number
}

/** The excerpts of which coders differ, and those that were settled. */
export function AdjudicationPage({ process, now, waiting, settled, most }: Props) {
  const t = useWords(words)
  const { slug, name } = process
  return (
    <Document
      title={t('adjudication')}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${slug}`, text: name }}
      unlisted
    >
      <h1>{t('adjudication')}</h1>
      <p class="govuk-body-l">{t('adjudicationIntro')}</p>
      <p>
        <a href={`/processes/${slug}/agreement`}>{t('agreement')}</a>
      </p>
      {waiting.length === 0 && (
        <EmptyState title={t('noDifferences')}>
          <p>{t('noDifferencesText')}</p>
        </EmptyState>
      )}
      {waiting.length === most && <p>{t('first', { count: most })}</p>}
      <Differences slug={slug} listed={waiting} />
      {settled.length > 0 && (
        <section aria-labelledby="settled">
          <h2 id="settled">{t('settled')}</h2>
          <Differences slug={slug} listed={settled} />
        </section>
      )}
    </Document>
  )
}

function Differences({ slug, listed }: { slug: string; listed: Listed }) {
  const t = useWords(words)
  return listed.map(({ id, number, language, words: quoted }) => (
    <blockquote class="parley-claimed" key={id}>
      <p class="parley-claimed__text" lang={language} dir="auto">
        {quoted}
      </p>
      <p class="parley-claimed__links">
        <a href={`/processes/${slug}/adjudication/${id}`}>
          {t('settleThis')}
          <span class="govuk-visually-hidden">: {t('excerptOf', { number })}</span>
        </a>
        <span>{number}</span>
      </p>
    </blockquote>
  ))
}
