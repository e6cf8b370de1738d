import { Button, ButtonLink, Document, Panel, Time, useIsland } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import { words } from '../../words.ts'

export interface ReceiptPageProps {
  number: string
  docket: string
  receivedAt: Instant
  zone: string
  late: boolean
  complete: boolean
  confidential: boolean
  email: string | undefined
  mailed: boolean
  /** Shown while this machine remembers it; nobody else knows it. */
  commentKey: string
  origin: string
  /** How many organisations are named beside the sender. */
  signatories: number
}

/** Answers the main act: it is done, this is its number, and this proves it. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { number, receivedAt, zone, late, docket } = props
  const t = useWords(words)
  const time = () => <Time key="received" at={receivedAt} zone={zone} />
  const a = (children: unknown) => (
    <a key="docket" class="govuk-link" href={`/requests/${docket}/comments`}>
      {String(children)}
    </a>
  )
  return (
    <Document title={t('receiptTitle')} unlisted>
      <Panel title={t('receiptTitle')}>
        {t('receiptNumber')}
        <br />
        <strong>{number}</strong>
      </Panel>
      <p class="govuk-body">{t.rich('receiptReceived', { time })}</p>
      {late && <p class="govuk-body parley-notice">{t('receiptLate')}</p>}
      <CommentKey {...props} />
      <SignedWith {...props} />
      <Proof {...props} />
      <Mailed {...props} />
      <h2 class="govuk-heading-m">{t('receiptNext')}</h2>
      <p class="govuk-body">{t.rich('receiptNextScreening', { a })}</p>
    </Document>
  )
}

function CommentKey({ number, commentKey, origin }: ReceiptPageProps) {
  const t = useWords(words)
  const a = (children: unknown) => (
    <a key="key" class="govuk-link" href="/comment-key">
      {String(children)}
    </a>
  )
  return (
    <>
      <h2 class="govuk-heading-m">{t('keyHeading')}</h2>
      <p class="parley-secret">{commentKey}</p>
      <p class="govuk-body">{t('keyOnce')}</p>
      <p class="govuk-body">{t.rich('keyAllows', { url: `${origin}/comment-key`, a })}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('keyAllowsStatus')}</li>
        <li>{t('keyAllowsCorrect')}</li>
        <li>{t('keyAllowsWithdraw')}</li>
      </ul>
      <form method="post" action={`/comments/${number}/forget`}>
        <Button kind="secondary">{t('keyForget')}</Button>
      </form>
    </>
  )
}

function SignedWith({ number, signatories: count }: ReceiptPageProps) {
  const t = useWords(words)
  if (count === 0) return null
  const a = (children: unknown) => (
    <a key="signatories" class="govuk-link" href={`/comments/${number}/signatories`}>
      {String(children)}
    </a>
  )
  return (
    <>
      <h2 class="govuk-heading-m">{t('receiptSignatories')}</h2>
      <p class="govuk-body">{t.rich('receiptSignatoriesText', { number, count, a })}</p>
    </>
  )
}

function Proof({ number, complete }: ReceiptPageProps) {
  useIsland('receipt')
  const t = useWords(words)
  return (
    <section data-island="receipt" data-complete={complete} data-ask={`/comments/${number}/receipt.json`}>
      <h2 class="govuk-heading-m">{t('proofHeading')}</h2>
      <p class="govuk-body" role="status" data-receipt-state data-words-complete={t('proofComplete')}>
        {t(complete ? 'proofComplete' : 'proofPromise')}
      </p>
      <p class="govuk-body">{t('proofHow')}</p>
      <p class="govuk-body">
        <ButtonLink href={`/comments/${number}/receipt.txt`} kind="secondary">
          {t('proofDownload')}
        </ButtonLink>
      </p>
      {!complete && (
        <p class="govuk-body" data-receipt-refresh>
          <a class="govuk-link" href={`/comments/${number}/receipt`}>
            {t('proofRefresh')}
          </a>
        </p>
      )}
    </section>
  )
}

function Mailed({ number, email, confidential, mailed }: ReceiptPageProps) {
  const t = useWords(words)
  if (email === undefined) return null
  const sentence = mailed ? 'mailSent' : confidential ? 'mailConfidential' : 'mailSending'
  return (
    <>
      <h2 class="govuk-heading-m">{t('mailHeading')}</h2>
      <p class="govuk-body">{t(sentence, { email })}</p>
      {!mailed && (
        <form method="post" action={`/comments/${number}/receipt/mail`}>
          <Button kind="secondary">{t('mailAgain')}</Button>
        </form>
      )}
    </>
  )
}
