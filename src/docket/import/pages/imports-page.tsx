import {
  Button,
  Caption,
  Document,
  EmptyState,
  ErrorSummary,
  FileUpload,
  InsetText,
  Table,
  Time,
} from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { BringRefusal } from '../bring-file.ts'
import type { Import } from '../jobs/kept-import.ts'
import { words } from '../words.ts'
import { importAddress, importsAddress } from './address.ts'

export interface RequestProps {
  request: RequestForComment
  process: Process
  now: Instant
}

export type UploadProblem = BringRefusal['refused'] | 'no-file' | 'broken-off'

interface Props extends RequestProps {
  imports: readonly Import[]
  problem?: { kind: UploadProblem; tables?: readonly string[] } | undefined
}

export function ImportsPage({ request, process, now, imports, problem }: Props) {
  const t = useWords(words)
  const { docket } = request
  const error = problem && t(`upload-${problem.kind}`, { tables: problem.tables?.join(', ') ?? '' })
  return (
    <Document
      title={t('importsTitle')}
      problems={problem !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${docket}/comments`, text: t('importsBack') }}
      unlisted
    >
      {error && <ErrorSummary problems={[{ href: '#file', text: error }]} />}
      <Caption>{docket}</Caption>
      <h1>{t('importsTitle')}</h1>
      <p class="govuk-body-l">{t('importsLead')}</p>
      {request.publishedAt ? (
        <UploadForm docket={docket} error={error} />
      ) : (
        <InsetText>{t('publishFirst')}</InsetText>
      )}
      <h2>{t('importsBefore')}</h2>
      {imports.length === 0 ? (
        <EmptyState title={t('importsNone')}>
          <p>{t('importsNoneText')}</p>
        </EmptyState>
      ) : (
        <ImportsTable request={request} imports={imports} />
      )}
    </Document>
  )
}

function UploadForm({ docket, error }: { docket: string; error: string | undefined }) {
  const t = useWords(words)
  return (
    <form method="post" action={importsAddress(docket)} encType="multipart/form-data" noValidate>
      <FileUpload
        name="file"
        label={t('fileLabel')}
        hint={t('fileHint')}
        error={error}
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.zip"
      />
      <Button>{t('fileSend')}</Button>
    </form>
  )
}

function ImportsTable({ request, imports }: Pick<Props, 'request' | 'imports'>) {
  const t = useWords(words)
  const head = ['columnFile', 'columnBrought', 'columnState', 'columnTaken', 'columnFailed'] as const
  const rows = imports.map(({ id, source, broughtAt, state, counts }) => [
    { text: <a href={importAddress(request.docket, id)}>{source}</a>, class: 'parley-breakable' },
    { text: <Time at={broughtAt} zone={request.deadline.zone} /> },
    { text: t(`state-${state}`) },
    { text: t('count', { count: counts.imported }), numeric: true },
    { text: t('count', { count: counts.failed + counts.strayFiles }), numeric: true },
  ])
  return (
    <Table cards rowHeaders head={head.map((one, at) => ({ text: t(one), numeric: at > 2 }))} rows={rows} />
  )
}
