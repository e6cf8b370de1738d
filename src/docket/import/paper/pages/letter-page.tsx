import { Document, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { WholeComment } from '../../../comments/read-whole.ts'
import { paperAddress } from '../../pages/address.ts'
import { words } from '../../words.ts'

interface Props {
  request: RequestForComment
  comment: WholeComment
  countsFrom: Instant
  /** It was taken before: what is stated is what was kept then. */
  before: boolean
  late: boolean
  commentKey: string
  receipt: string
  origin: string
}

/** The receipt as a letter, to be printed now and sent by post: the key on it is shown once. */
export function LetterPage({ request, comment, countsFrom, late, before, ...rest }: Props) {
  const t = useWords(words)
  const { commentKey, receipt, origin } = rest
  const { docket, title, deadline } = request
  const { name, organisation } = comment.particulars
  const time = (at: Instant) => <Time at={at} zone={deadline.zone} />
  return (
    <Document
      title={t('letterTitle', { number: comment.number })}
      back={{ href: paperAddress(docket), text: t('letterNext') }}
      unlisted
    >
      <div class="parley-local">
        <h2>{t('letterEntered')}</h2>
        {before && <p>{t('letterBefore')}</p>}
        <p>{t('letterPrint')}</p>
      </div>
      <address>
        {[name, organisation].filter(Boolean).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      <h1>{t('letterTitle', { number: comment.number })}</h1>
      <p>{t('letterThanks', { title, docket })}</p>
      <p>{t.rich('letterDays', { counts: time(countsFrom), entered: time(comment.receivedAt) })}</p>
      <p>{t.rich(late ? 'letterLate' : 'letterInTime', { deadline: time(deadline.at) })}</p>
      <h2>{t('letterKey')}</h2>
      <p class="parley-secret">{commentKey}</p>
      <p>{t('letterKeyText', { address: `${origin}/comment-key` })}</p>
      <h2>{t('letterProof')}</h2>
      <p>{t('letterProofText', { address: `${origin}/comments/${comment.number}` })}</p>
      <pre class="parley-breakable">{receipt}</pre>
    </Document>
  )
}
