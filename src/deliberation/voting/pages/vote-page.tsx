import { Caption, Document, ErrorSummary, InsetText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { LONGEST_REASON, wordOf } from '../model.ts'
import { words } from '../words.ts'
import type { VotePageProps } from './props.ts'
import { VoteForm } from './vote-form.tsx'

/** One statement at a time: what counts, the statement, three buttons. */
export function VotePage(props: VotePageProps) {
  const { deliberation, process, now, statement, problem, all, done } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const text = problem && t(problem, { limit: LONGEST_REASON })
  return (
    <Document
      title={t('voteTitle')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      {text && <ErrorSummary problems={[{ href: problem === 'reasonLong' ? '#reason' : '#vote', text }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{t('voteTitle')}</h1>
      <Recorded {...props} />
      <p>{t('progress', { done, all })}</p>
      {statement ? <VoteForm {...props} statement={statement} problemText={text} /> : <AllDone {...props} />}
    </Document>
  )
}

function Recorded({ last, code, deliberation, process, asksAbout }: VotePageProps) {
  const t = useWords(words)
  if (!last) return null
  const here = deliberationAddress(process.slug, deliberation.number)
  const number = last.statement
  return (
    <InsetText>
      <p role="status">
        {t(`recorded-${wordOf(last.value)}`, { number })}{' '}
        <a href={`${here}/votes/${last.id}`}>{t('receipt')}</a>{' '}
        <a href={`${here}/vote?statement=${number}`}>{t('change', { number })}</a>
      </p>
      {code && (
        <p>
          {t('codeIs')} <strong class="parley-number">{code}</strong>. {t('codeMeans')}
        </p>
      )}
      {asksAbout && (
        <p>
          <a href={`${here}/about-you`}>{t('tellAbout')}</a> {t('tellAboutHint')}
        </p>
      )}
    </InsetText>
  )
}

function AllDone({ deliberation, process, skipped, all }: VotePageProps) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <>
      <p class="govuk-body-l">{t(all === 0 ? 'nothingToVote' : 'allDone')}</p>
      <ul>
        {skipped.length > 0 && (
          <li>
            <a href={`${here}/vote`}>{t('skippedAgain', { count: skipped.length })}</a>
          </li>
        )}
        <li>
          <a href={`${here}/votes`}>{t('yourVotes')}</a>
        </li>
        <li>
          <a href={`${here}/propose`}>{t('propose')}</a>
        </li>
      </ul>
    </>
  )
}
