import { Caption, Document, EmptyState, ErrorSummary, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { words } from '../words.ts'
import { FindingCard } from './finding-card.tsx'
import { type DefencePageProps, LONGEST_REASON } from './props.ts'

/** For those who convene: what looks coordinated, and what they decide of it. */
export function DefencePage(props: DefencePageProps) {
  const { deliberation, process, now, problem, examinedAt, findings } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const said = problem && t(problem.key, { limit: LONGEST_REASON })
  return (
    <Document
      title={t('title')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      {said && <ErrorSummary problems={[{ href: `#reason-${problem.finding}`, text: said }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <p>{t('introTold')}</p>
      {examinedAt && (
        <p>
          {t('examined')} <Time at={examinedAt} zone={deliberation.zone} />. {t('counted')}
        </p>
      )}
      {findings.length === 0 && (
        <EmptyState title={t(examinedAt ? 'none' : 'notYet')}>{t('noneText')}</EmptyState>
      )}
      {findings.map((finding) => (
        <FindingCard key={finding.key} {...props} finding={finding} />
      ))}
      <ul class="parley-noprint">
        {findings.length > 0 && (
          <li>
            <a href={`${here}/defence.csv`}>{t('csv')}</a>
          </li>
        )}
        <li>
          <a href={`${here}/opinions`}>{t('toResults')}</a>
        </li>
      </ul>
    </Document>
  )
}
