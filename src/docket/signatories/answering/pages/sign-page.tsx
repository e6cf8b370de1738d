import {
  Button,
  Caption,
  Document,
  InsetText,
  NotificationBanner,
  SummaryList,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { WholeComment } from '../../../comments/read-whole.ts'
import { Written } from '../../../intake/pages/written.tsx'
import type { Signature } from '../../model.ts'
import { answersOpen } from '../../model.ts'
import { words } from '../../words.ts'

interface Props {
  secret: string
  signature: Signature
  comment: WholeComment
  /** Of the request. */
  title: string
  answered: boolean
  /** The reader speaks for the organisation here. */
  speaks: boolean
}

/** Only shows buttons: programs that open every link in a letter answer nothing. */
export function SignPage({ secret, signature, comment, title, answered, speaks }: Props) {
  const t = useWords(words)
  const { name, number, state } = signature
  const called = { name: name ?? '', number }
  const open = answersOpen(state)
  return (
    <Document title={t('signTitle', called)} unlisted>
      {answered && <NotificationBanner success>{t(`signDone-${state}`, called)}</NotificationBanner>}
      <Caption>{title}</Caption>
      <h1>{t('signTitle', called)}</h1>
      {!answered && <p class="govuk-body-l">{t(`signState-${state}`, called)}</p>}
      <Sender comment={comment} />
      <Text comment={comment} />
      {speaks && <InsetText>{t('signSpeaks', called)}</InsetText>}
      {open.length > 0 && (
        <form method="post" action={`/sign/${secret}`}>
          <div class="govuk-button-group">
            {open.map((act) => (
              <Button
                key={act}
                name="act"
                value={act}
                kind={act === 'confirm' || act === 'offer' ? undefined : 'secondary'}
              >
                {t(`signAct-${act}`, called)}
              </Button>
            ))}
          </div>
        </form>
      )}
      {open.length > 0 && <p class="govuk-hint">{t('signLater')}</p>}
    </Document>
  )
}

function Sender({ comment }: { comment: WholeComment }) {
  const t = useWords(words)
  const { name, organisation } = comment.particulars
  const from = [organisation, name].filter(Boolean).join(', ')
  const rows = [
    { term: t('sentBy'), value: from || t('senderUnnamed') },
    { term: t('shownHow'), value: t(comment.named ? 'shownNamed' : 'shownUnnamed') },
  ]
  return <SummaryList rows={rows} />
}

/** What is signed: as it was sent while it is screened, as it is published from then on, and nothing confidential. */
function Text({ comment }: { comment: WholeComment }) {
  const t = useWords(words)
  const { number, state, language } = comment
  if (state === 'withheld') return <p class="govuk-body">{t('textWithheld')}</p>
  if (state === 'posted')
    return (
      <p class="govuk-body">
        <a href={`/comments/${number}`}>{t('textPosted', { number })}</a>
      </p>
    )
  const open = comment.answers.filter(({ publication }) => publication !== 'confidential')
  return (
    <section>
      <h2 class="govuk-heading-m">{t('textHeading')}</h2>
      <p class="govuk-hint">{t('textHint')}</p>
      {open.length === 0 && <p class="govuk-body">{t('textConfidential')}</p>}
      {open.map(({ question, text }) => (
        <section key={question?.number ?? 0}>
          {question && <h3 class="govuk-heading-s">{t('textQuestion', { number: question.number })}</h3>}
          <Written text={text} language={language} />
        </section>
      ))}
    </section>
  )
}

export function SignGonePage() {
  const t = useWords(words)
  return (
    <Document title={t('signGoneTitle')} unlisted>
      <h1>{t('signGoneTitle')}</h1>
      <p class="govuk-body">{t('signGone')}</p>
    </Document>
  )
}
