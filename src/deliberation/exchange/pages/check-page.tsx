import { Button, Caption, Document, InsetText, SummaryList, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { type Instant, parseInstant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { DeliberationImport } from '../taking/model.ts'
import { words } from '../words.ts'

interface Props {
  process: Process
  one: DeliberationImport
  now: Instant
}

/** What is in the files, before it is taken in; and after that, where it is. */
export function CheckPage({ process, one, now }: Props) {
  const t = useWords(words)
  const here = `/processes/${process.slug}/deliberations`
  return (
    <Document
      title={t('checkTitle')}
      process={useProcessBand(process, now)}
      back={{ href: here, text: t('toDeliberations') }}
      unlisted
    >
      <Caption>{t('checkTitle')}</Caption>
      <h1 lang={one.language}>
        <bdi>{one.title}</bdi>
      </h1>
      <Standing process={process} one={one} />
      <Contents one={one} />
      {one.state === 'proposed' && (
        <form method="post" action={`${here}/import/${one.id}`}>
          <p>{t('takeMeans')}</p>
          <div class="govuk-button-group">
            <Button name="act" value="take">
              {t('take')}
            </Button>
            <Button name="act" value="leave" kind="secondary">
              {t('leave')}
            </Button>
          </div>
        </form>
      )}
    </Document>
  )
}

function Standing({ process, one: { state, deliberation } }: Omit<Props, 'now'>) {
  const t = useWords(words)
  if (state === 'proposed' || state === 'left') return null
  return (
    <InsetText>
      <p role="status">
        {t(`state-${state}`)}{' '}
        {deliberation !== undefined && (
          <a href={deliberationAddress(process.slug, deliberation)}>{t('toTaken')}</a>
        )}
      </p>
    </InsetText>
  )
}

function Contents({ one: { told, origin, files } }: Pick<Props, 'one'>) {
  const t = useWords(words)
  const [from, until] = [parseInstant(told.from), parseInstant(told.until)]
  const left =
    told.wordless > 0 ? t('wordless', { statements: told.wordless, votes: told.wordlessVotes }) : ''
  const rows = [
    { term: t('origin'), value: <bdi>{origin}</bdi> },
    { term: t('files'), value: files.map(({ name }) => name).join(', ') },
    ...(told.topic ? [{ term: t('topic'), value: <bdi>{told.topic}</bdi> }] : []),
    { term: t('participants'), value: t('number', { count: told.participants }) },
    {
      term: t('statements'),
      value: t('statementsTold', { count: told.statements, withheld: told.withheld }),
    },
    { term: t('votesTerm'), value: t('votesTold', { count: told.votes, changed: told.changed }) },
    ...(from && until
      ? [
          {
            term: t('period'),
            value: (
              <>
                <Time at={from} /> – <Time at={until} />
              </>
            ),
          },
        ]
      : []),
    ...(left ? [{ term: t('leftOut'), value: left }] : []),
  ]
  return <SummaryList rows={rows} />
}
