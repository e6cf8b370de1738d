import { Caption, Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { type Deliberation, deliberationAddress } from '../../deliberations/model.ts'
import type { Worded } from '../read-statements.ts'
import { words } from '../words.ts'

export interface StatementsPageProps {
  deliberation: Deliberation
  process: Process
  statements: readonly Worded[]
  now: Instant
  mayReword: boolean
}

/** All statements that are posted, each with its address; what was replaced leads to what took its place. */
export function StatementsPage(props: StatementsPageProps) {
  const { deliberation, process, statements, now } = props
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('statementsTitle')}
      process={useProcessBand(process, now)}
      back={{ href: here, text: deliberation.title }}
    >
      <Caption>{deliberation.title}</Caption>
      <h1>{t('statementsTitle')}</h1>
      <p>{t('statementsCount', { count: statements.filter(({ replacedBy }) => !replacedBy).length })}</p>
      {statements.length === 0 && <EmptyState title={t('statementsNone')} />}
      {statements.map((one) => (
        <OneStatement key={one.id} {...props} statement={one} />
      ))}
      <p class="parley-noprint">
        <a href={`${here}/statements.csv`}>{t('statementsCsv')}</a>
      </p>
    </Document>
  )
}

function OneStatement({ statement, ...props }: StatementsPageProps & { statement: Worded }) {
  const t = useWords(words)
  const { number, replacedBy, replaces, text } = statement
  const here = deliberationAddress(props.process.slug, props.deliberation.number)
  return (
    <article id={`s${number}`} aria-label={t('statement', { number })} class="parley-claimed">
      <p class="parley-claimed__text" lang={props.deliberation.language} dir="auto">
        {text}
      </p>
      <p class="parley-claimed__links">
        <a href={`#s${number}`}>{t('statement', { number })}</a> <About {...props} statement={statement} />
        {replaces && (
          <>
            {' '}
            · <a href={`#s${replaces}`}>{t('replaces', { number: replaces })}</a>
          </>
        )}
        {replacedBy ? (
          <>
            {' '}
            · <a href={`#s${replacedBy}`}>{t('replacedBy', { number: replacedBy })}</a>
          </>
        ) : (
          props.mayReword && (
            <>
              {' '}
              · <a href={`${here}/statements/${number}/reword`}>{t('reword', { number })}</a>
            </>
          )
        )}
      </p>
    </article>
  )
}

/** Where it comes from, and which issue it needs knowledge of. */
export function About({
  statement: { origin, source, issue },
  process,
}: {
  statement: Worded
  process: Pick<Process, 'issues'>
}) {
  const t = useWords(words)
  const about = process.issues.find(({ id }) => id === issue)
  return (
    <>
      ·{' '}
      {source ? (
        <a href={`/comments/${encodeURIComponent(source)}`}>{t('liftedFrom', { number: source })}</a>
      ) : (
        t(`origin-${origin}`)
      )}
      {about && ` · ${t('aboutIssue', { number: about.number, title: about.title })}`}
    </>
  )
}
