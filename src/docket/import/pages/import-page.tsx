import { Caption, Document, Table, useIsland } from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import type { Import, KeptProblem, ProblemKind } from '../jobs/kept-import.ts'
import { MOST_ATTEMPTS, secondsLeft } from '../jobs/model.ts'
import { wordedAsKept, words } from '../words.ts'
import { importAddress, importsAddress } from './address.ts'
import type { RequestProps } from './imports-page.tsx'
import { Sums } from './sums.tsx'

export interface ImportProps extends RequestProps {
  brought: Import
  kinds: readonly ProblemKind[]
  problems: readonly KeptProblem[]
}

/** How far an import is, and what became of it; what was said of single rows is shown in part, and given whole as a file. */
export function ImportPage(props: ImportProps) {
  const t = useWords(words)
  const { request, process, now, brought } = props
  const { docket } = request
  const going = brought.state === 'waiting' || brought.state === 'running'
  const title = t(`title-${brought.state === 'broken' ? 'broken' : going ? 'going' : 'done'}`)
  return (
    <Document
      title={title}
      process={useProcessBand(process, now, request)}
      back={{ href: importsAddress(docket), text: t('importsTitle') }}
      unlisted
    >
      <Caption breakable>{brought.source}</Caption>
      <h1>{title}</h1>
      <div id="how-far" data-island={going ? useIsland('import-progress') : undefined}>
        {going && <HowFar {...props} />}
        {brought.state === 'broken' && <WhyBroken {...brought} />}
        <Sums counts={brought.counts} />
      </div>
      {brought.state === 'done' && (
        <p>
          <a href={`/requests/${docket}/comments`}>{t('toDocket')}</a>
          {brought.handling.posting === 'after-moderation' && (
            <>
              {' · '}
              <a href={`/requests/${docket}/queue`}>{t('toQueue')}</a>
            </>
          )}
        </p>
      )}
      <Problems {...props} />
    </Document>
  )
}

/** Of a file that lay here and can no longer be opened, what would be said of it if it were brought anew. */
function WhyBroken({ trouble, counts }: Import) {
  const t = useWords(words)
  if (trouble === 'failing') return <p>{t('failingText', { read: counts.read, attempts: MOST_ATTEMPTS })}</p>
  return <p>{t('brokenText')}</p>
}

function HowFar({
  brought: { part, startedAt, id, state, claimedUntil, sha256 },
  request,
  now,
}: ImportProps) {
  const t = useWords(words)
  const percent = Math.floor(part * 100)
  const left = startedAt && secondsLeft(part, (now.getTime() - startedAt.getTime()) / 1000)
  const stopped = sha256 === undefined && claimedUntil !== undefined && claimedUntil < now
  if (stopped) return <p>{t('stopped')}</p>
  return (
    <>
      <p>
        <progress class="parley-progress" value={percent} max={100} aria-label={t('title-going')}>
          {percent} %
        </progress>
      </p>
      <p>
        {state === 'waiting' ? t('waitingText') : t('howFar', { percent })}{' '}
        {left !== undefined && t('timeLeft', { seconds: left, minutes: Math.ceil(left / 60) })}
      </p>
      <p>
        {t('goesOn')} <a href={importAddress(request.docket, id)}>{t('lookAgain')}</a>
      </p>
    </>
  )
}

function Problems({ kinds, problems, brought, request }: ImportProps) {
  const t = useWords(words)
  const locale = useLocale()
  if (kinds.length === 0) return null
  const file = `${importAddress(request.docket, brought.id)}/problems.csv`
  return (
    <>
      <h2>{t('problems')}</h2>
      <p>
        <a href={file} download>
          {t('problemsFile')}
        </a>
        . {t('problemsFileText')}
      </p>
      <Table
        cards
        caption={t('problemKinds')}
        captionClass="govuk-table__caption--s"
        head={[{ text: t('outcome') }, { text: t('reason') }, { text: t('rows'), numeric: true }]}
        rows={kinds.map(({ outcome, count, ...kept }) => [
          { text: t(`outcome-${outcome}`) },
          { text: wordedAsKept(kept, locale), class: 'parley-breakable' },
          { text: t('count', { count }), numeric: true },
        ])}
      />
      <Table
        cards
        caption={t('problemRows', { count: problems.length })}
        captionClass="govuk-table__caption--s"
        head={[{ text: t('row') }, { text: t('outcome') }, { text: t('reason') }]}
        rows={problems.map(({ row, place, outcome, ...kept }) => [
          {
            text: [row > 0 ? t('rowNumber', { row }) : '', place ?? ''].filter(Boolean).join(', '),
            class: 'parley-breakable',
          },
          { text: t(`outcome-${outcome}`) },
          { text: wordedAsKept(kept, locale), class: 'parley-breakable' },
        ])}
      />
    </>
  )
}
