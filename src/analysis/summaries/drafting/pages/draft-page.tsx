import {
  Button,
  ButtonLink,
  Caption,
  Document,
  EmptyState,
  ErrorSummary,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { draftAddress, summariesAddress, summaryAddress } from '../../addresses.ts'
import { countFlags } from '../../checking/flags.ts'
import { footnotesOf, type Sentence } from '../../model.ts'
import { Cited } from '../../reading/pages/cited.tsx'
import { SentenceText } from '../../reading/pages/summary-page.tsx'
import type { Where } from '../../where.ts'
import { type WordKey, words } from '../../words.ts'
import type { Draft } from '../read-draft.ts'
import { SentenceFlags, SummaryFlags } from './flags.tsx'

interface Props extends Where, Draft {
  mayEdit: boolean
  mayPublish: boolean
  refused: WordKey | undefined
}

/** The draft of a summary, with what the check says beside each sentence. */
export function DraftPage(props: Props) {
  const t = useWords(words)
  const { request, process, issue, now, refused, sentences, checked, groups, latest, candidates } = props
  const title = t('draftOf', { number: issue.number, title: issue.title })
  return (
    <Document
      title={title}
      problems={refused !== undefined}
      process={useProcessBand(process, now, request)}
      back={{ href: summariesAddress(request.docket), text: t('summaries') }}
      unlisted
    >
      {refused && <ErrorSummary problems={[{ text: t(refused) }]} />}
      <Caption>{request.title}</Caption>
      <h1>{title}</h1>
      <p class="govuk-body-l">{t('draftIntro')}</p>
      <p>
        {t('codedCount', { count: candidates.length })}{' '}
        {latest && (
          <a href={summaryAddress(request.docket, issue.number)}>
            {t('publishedAs', { number: latest.number })}
          </a>
        )}
      </p>
      {sentences.length === 0 ? <Empty {...props} /> : <Lines {...props} />}
      {sentences.length > 0 && (
        <section aria-labelledby="whole">
          <h2 id="whole">{t('wholeTitle')}</h2>
          <p>{t('flagCount', { count: countFlags(checked) })}</p>
          <SummaryFlags flags={checked.whole} groups={groups} />
        </section>
      )}
      <Acts {...props} />
      <p class="parley-muted">{t('checkIs')}</p>
    </Document>
  )
}

function Empty({ request: { docket }, issue, mayEdit, candidates }: Props) {
  const t = useWords(words)
  return (
    <EmptyState title={t('draftEmpty')}>
      <p>{t(candidates.length > 0 ? 'draftEmptyText' : 'nothingCoded')}</p>
      {mayEdit && candidates.length > 0 && (
        <form method="post" action={`${draftAddress(docket, issue.number)}/extract`}>
          <Button kind="secondary">{t('extract')}</Button>
        </form>
      )}
    </EmptyState>
  )
}

function Lines(props: Props) {
  const { sentences, request, groups, checked } = props
  const footnotes = footnotesOf(sentences)
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {sentences.map((sentence, at) => (
        <li key={sentence.id} id={`sentence-${sentence.id}`}>
          <SentenceText sentence={sentence} language={request.language} />
          <SentenceFlags flags={checked.sentences.get(sentence.id) ?? []} />
          <Cited citations={sentence.citations} {...{ footnotes, groups }} />
          {props.mayEdit && <LineActs {...props} sentence={sentence} at={at} />}
        </li>
      ))}
    </ol>
  )
}

function LineActs({ request, issue, sentence, at, sentences }: Props & { sentence: Sentence; at: number }) {
  const t = useWords(words)
  const address = `${draftAddress(request.docket, issue.number)}/sentences/${sentence.id}`
  const which = <span class="govuk-visually-hidden"> {t('sentence', { number: at + 1 })}</span>
  return (
    <div class="govuk-button-group parley-noprint">
      <a href={address}>
        {t('reword')}
        {which}
      </a>
      <form method="post" action={`${address}/move`}>
        {at > 0 && (
          <Button kind="secondary" name="to" value="up">
            {t('moveUp')}
            {which}
          </Button>
        )}{' '}
        {at < sentences.length - 1 && (
          <Button kind="secondary" name="to" value="down">
            {t('moveDown')}
            {which}
          </Button>
        )}
      </form>
      <form method="post" action={`${address}/delete`}>
        <Button kind="warning" name="seen" value={sentence.revision}>
          {t('delete')}
          {which}
        </Button>
      </form>
    </div>
  )
}

function Acts({ request: { docket }, issue, mayEdit, mayPublish, sentences }: Props) {
  const t = useWords(words)
  const address = draftAddress(docket, issue.number)
  return (
    <div class="govuk-button-group parley-noprint">
      {mayEdit && (
        <ButtonLink href={`${address}/sentences/new`} kind="secondary">
          {t('addSentence')}
        </ButtonLink>
      )}
      {mayPublish && sentences.length > 0 && (
        <ButtonLink href={`${address}/publish`}>{t('toPublish')}</ButtonLink>
      )}
    </div>
  )
}
