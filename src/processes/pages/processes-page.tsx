import { Document, EmptyState, Table, Tag } from '../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Process, stageAt } from '../model.ts'
import { useOutcomeLine } from '../process-band.ts'
import { words } from '../words.ts'

interface Props {
  processes: readonly Process[]
  now: Instant
  mayCreate: boolean
}

export function ProcessesPage({ processes, now, mayCreate }: Props) {
  const t = useWords(words)
  const head = [{ text: t('columnProcess') }, { text: t('columnStage') }, { text: t('columnOutcome') }]
  return (
    <Document title={t('processes')} wide>
      <h1>{t('processes')}</h1>
      <p>{t('processesIntro')}</p>
      {mayCreate && (
        <p>
          <a href="/processes/new">{t('newProcess')}</a>
        </p>
      )}
      {processes.length === 0 ? (
        <EmptyState title={t('noProcesses')} />
      ) : (
        <Table
          class="parley-cards"
          head={head}
          rowHeaders
          rows={processes.map((process) => [
            { text: <Name key="name" process={process} /> },
            { text: <StageNow key="stage" process={process} now={now} /> },
            { text: <Outcome key="outcome" process={process} /> },
          ])}
        />
      )}
    </Document>
  )
}

function Name({ process: { slug, name, publishedAt } }: { process: Process }) {
  const t = useWords(words)
  return (
    <>
      <a href={`/processes/${slug}`}>{name}</a>
      {publishedAt === undefined && (
        <>
          {' '}
          <Tag colour="grey">{t('unpublished')}</Tag>
        </>
      )}
    </>
  )
}

function StageNow({ process: { stages, zone }, now }: { process: Process; now: Instant }) {
  const t = useWords(words)
  const locale = useLocale()
  const stage = stageAt(stages, now)
  if (!stage) return <>{t('stageNone')}</>
  return <>{t('stageUntil', { title: stage.title, day: dayIn(stage.closes, zone, locale) })}</>
}

function Outcome({ process }: { process: Process }) {
  return <>{useOutcomeLine(process)}</>
}
