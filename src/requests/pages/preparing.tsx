import { Button, ErrorSummary, FileUpload, Input, InsetText } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Process } from '../../processes/index.ts'
import type { RequestForComment } from '../model.ts'
import { PaperLink } from '../papers/pages/papers.tsx'
import { type WordKey, words } from '../words.ts'

export interface PaperDraft {
  title: string
  url: string
  problems: ReadonlyMap<string, WordKey>
}

interface Props {
  request: RequestForComment
  process: Process
  paper?: PaperDraft | undefined
  refused?: WordKey | undefined
}

/** On top of a draft: edit it, add background papers, publish it. */
export function Preparing({ request, process, paper, refused }: Props) {
  const t = useWords(words)
  const here = `/requests/${request.docket}`
  const comments = process.stages.find((stage) => stage.name === 'comments')
  const deadline = request.deadline.at.getTime()
  const moves = comments && comments.opens.getTime() < deadline && comments.closes.getTime() !== deadline
  const problems = [...(paper?.problems ?? [])].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))
  return (
    <div class="parley-noprint">
      {refused && <ErrorSummary problems={[{ href: `${here}/edit`, text: t(refused) }]} />}
      {problems.length > 0 && <ErrorSummary problems={problems} />}
      <InsetText>
        <h2>{t('draftTitle')}</h2>
        <p>{t('draftNote')}</p>
        <p>
          <a href={`${here}/edit`}>{t('draftEdit')}</a>
        </p>
        <p>
          <a href={`${here}/reply-round`}>{t('roundTitle')}</a>
        </p>
        <PapersOfDraft request={request} paper={paper} />
        <form method="post" action={`${here}/publish`}>
          {!process.publishedAt && <p>{t('draftPublishAlso', { name: process.name })}</p>}
          {moves && <p>{t('draftPublishMoves')}</p>}
          <Button>{t('draftPublish')}</Button>
        </form>
      </InsetText>
    </div>
  )
}

function PapersOfDraft({ request: { docket, papers }, paper }: Pick<Props, 'request' | 'paper'>) {
  const t = useWords(words)
  return (
    <details open={papers.length > 0 || paper !== undefined} class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{t('papersDraft')}</span>
      </summary>
      <div class="govuk-details__text">
        {papers.map((one) => (
          <form key={one.id} method="post" action={`/requests/${docket}/papers/${one.id}/remove`}>
            <p>
              <PaperLink docket={docket} paper={one} />{' '}
            </p>
            <Button kind="secondary" aria-label={t('paperRemoveWhich', { title: one.title })}>
              {t('paperRemove')}
            </Button>
          </form>
        ))}
        <PaperForm docket={docket} paper={paper} />
      </div>
    </details>
  )
}

function PaperForm({ docket, paper }: { docket: string; paper: PaperDraft | undefined }) {
  const t = useWords(words)
  const error = (field: string) => {
    const key = paper?.problems.get(field)
    return key && t(key)
  }
  return (
    <form method="post" action={`/requests/${docket}/papers`} encType="multipart/form-data" noValidate>
      <Input name="title" label={t('paperTitle')} value={paper?.title} error={error('title')} />
      <Input
        name="url"
        type="url"
        label={t('paperUrl')}
        hint={t('paperUrlHint')}
        value={paper?.url}
        error={error('url')}
      />
      <FileUpload name="file" label={t('paperUpload')} hint={t('paperUploadHint')} error={error('file')} />
      <Button kind="secondary">{t('paperAdd')}</Button>
    </form>
  )
}
