import {
  Button,
  Caption,
  Document,
  EmptyState,
  ErrorSummary,
  Input,
  Table,
  Time,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { type OwnVote, wordOf } from '../model.ts'
import { type WordKey, words } from '../words.ts'
import type { Here } from './props.ts'

interface Props extends Here {
  votes: readonly OwnVote[]
  code: string | undefined
  number: number | undefined
  mayChange: boolean
  problem?: WordKey | undefined
  typed?: string
}

/** One's own votes with their receipts, and the way to go on somewhere else. */
export function VotesPage(props: Props) {
  const { deliberation, process, now, votes, code, number, problem } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('yourVotes')}
      problems={problem !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
      unlisted
    >
      {problem && <ErrorSummary problems={[{ href: '#code', text: t(problem) }]} />}
      <Caption>{deliberation.title}</Caption>
      <h1>{t('yourVotes')}</h1>
      <p>{t('whatCounts')}</p>
      {votes.length === 0 ? <EmptyState title={t('noVotes')} /> : <Votes {...props} />}
      {number !== undefined && (
        <p>
          {t('calledBy', { number })} <a href={`${here}/about-you`}>{t('tellAbout')}</a>
        </p>
      )}
      {code && votes.length > 0 && (
        <p>
          {t('codeIs')} <strong class="parley-number">{code}</strong>. {t('codeMeans')}
        </p>
      )}
      <Resume {...props} />
    </Document>
  )
}

function Votes({ votes, deliberation, process, mayChange }: Props) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Table
      cards
      caption={t('yourVotes')}
      captionClass="govuk-visually-hidden"
      head={(['statementHead', 'voteHead', 'atHead', 'standing', 'receipt'] as const).map((key) => ({
        text: t(key),
      }))}
      rows={votes.map((vote) => [
        {
          text: (
            <a href={`${here}/statements#s${vote.statement}`}>{t('statement', { number: vote.statement })}</a>
          ),
        },
        { text: `${t(wordOf(vote.value))}${vote.matters ? `, ${t('mattersShort')}` : ''}` },
        { text: <Time at={vote.at} zone={deliberation.zone} /> },
        {
          text: vote.counts ? (
            <>
              {t('counts')}{' '}
              {mayChange && (
                <a href={`${here}/vote?statement=${vote.statement}`}>
                  {t('change', { number: vote.statement })}
                </a>
              )}
            </>
          ) : (
            t('countsNot')
          ),
        },
        { text: <a href={`${here}/votes/${vote.id}`}>{t('receiptOf', { number: vote.statement })}</a> },
      ])}
    />
  )
}

function Resume({ deliberation, process, problem, typed = '' }: Props) {
  const t = useWords(words)
  return (
    <form
      method="post"
      action={`${deliberationAddress(process.slug, deliberation.number)}/resume`}
      noValidate
      class="parley-noprint"
    >
      <h2>{t('resumeTitle')}</h2>
      <Input
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        width={30}
        autocomplete="off"
        value={typed}
        error={problem && t(problem)}
      />
      <Button kind="secondary">{t('resume')}</Button>
    </form>
  )
}
