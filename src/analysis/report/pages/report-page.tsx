import type { ComponentChildren } from 'preact'
import { dayIn, directionOf, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Analysis, FileRead } from '../analysis.ts'
import { shareIn } from '../share.ts'
import { words } from '../words.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { CampaignsSection } from './campaigns-section.tsx'
import { InShort } from './in-short.tsx'
import { MethodSection } from './method-section.tsx'
import { PhrasesSection } from './phrases-section.tsx'
import { RowsSection } from './rows-section.tsx'
import { style } from './style.ts'
import { TellingSection } from './telling-section.tsx'
import { TimelineSection } from './timeline-section.tsx'

interface Props {
  analysis: Analysis
  files: readonly FileRead[]
  /** What the comments are about, where somebody said. */
  subject: string | undefined
  at: Instant
}

const sections = [
  'inShort',
  'who',
  'language',
  'country',
  'campaigns',
  'phrases',
  'overTime',
  'map',
  'rows',
  'method',
] as const

/** The whole report: one page that needs nothing but itself, without script. */
export function ReportPage({ analysis, files, subject, at }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const { comments, labelled, telling, timeline, threshold } = analysis
  const title = subject ? t('titleOf', { title: subject }) : t('title', { comments })
  const bodies: Record<(typeof sections)[number], ComponentChildren> = {
    inShort: <InShort analysis={analysis} />,
    who: <Who analysis={analysis} />,
    language: (
      <>
        <p class="hint">{t('languageHint')}</p>
        <BreakdownTable analysis={analysis} by="language" />
        {labelled.texts > 0 && (
          <p>{t('labelled', { ...labelled, share: shareIn(labelled.alike, labelled.texts, locale) })}</p>
        )}
      </>
    ),
    country: <BreakdownTable analysis={analysis} by="country" />,
    campaigns: <CampaignsSection analysis={analysis} />,
    phrases: (
      <>
        <PhrasesSection analysis={analysis} />
        {telling && <TellingSection telling={telling} />}
      </>
    ),
    overTime: <TimelineSection timeline={timeline} />,
    map: <p>{t('noMap')}</p>,
    rows: <RowsSection analysis={analysis} />,
    method: <MethodSection files={files} threshold={threshold} />,
  }
  return (
    <Frame title={title} made={t('made', { day: dayIn(at, 'UTC', locale) })}>
      {sections.map((name) => (
        <section aria-labelledby={name}>
          <h2 id={name}>{t(name)}</h2>
          {bodies[name]}
        </section>
      ))}
    </Frame>
  )
}

function Who({ analysis }: { analysis: Analysis }) {
  const t = useWords(words)
  return (
    <>
      <h3>{t('stakeholder')}</h3>
      <p class="hint">{t('stakeholderHint')}</p>
      <BreakdownTable analysis={analysis} by="stakeholder" />
      <h3>{t('original')}</h3>
      <BreakdownTable analysis={analysis} by="original" />
      <h3>{t('organisation')}</h3>
      <BreakdownTable analysis={analysis} by="organisation" />
    </>
  )
}

function Frame({ title, made, children }: { title: string; made: string; children?: ComponentChildren }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{style}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          {t('skip')}
        </a>
        <header class="top">
          <div class="frame">Parley</div>
        </header>
        <main class="frame" id="main" tabIndex={-1}>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p class="hint">{made}</p>
          <nav class="contents" aria-label={t('contents')}>
            <ol>
              {sections.map((name) => (
                <li>
                  <a href={`#${name}`}>{t(name)}</a>
                </li>
              ))}
            </ol>
          </nav>
          {children}
        </main>
      </body>
    </html>
  )
}
