import { ButtonLink, Caption, Document, InsetText, Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { type OwnVote, wordOf } from '../model.ts'
import { words } from '../words.ts'
import type { Here } from './props.ts'

/** What was recorded, whether it counts, and the proof to keep. */
export function VoteReceiptPage({
  deliberation,
  process,
  now,
  vote,
  complete,
}: Here & { vote: OwnVote; complete: boolean }) {
  const t = useWords(words)
  const here = deliberationAddress(process.slug, deliberation.number)
  const title = t('receiptOf', { number: vote.statement })
  return (
    <Document
      title={title}
      process={useProcessBand(process, now)}
      back={{ href: `${here}/votes`, text: t('yourVotes') }}
      unlisted
    >
      <Caption>{deliberation.title}</Caption>
      <h1>{title}</h1>
      <p class="govuk-body-l">
        {t(`recorded-${wordOf(vote.value)}`, { number: vote.statement })}{' '}
        <Time at={vote.at} zone={deliberation.zone} />
      </p>
      <p>{t(vote.counts ? 'counts' : 'countsNot')}</p>
      <p>{t('whatCounts')}</p>
      {complete ? (
        <>
          <ButtonLink href={`${here}/votes/${vote.id}/receipt.txt`}>{t('download')}</ButtonLink>
          <p>
            {t('receiptMeans')} <a href="/check">{t('checkIt')}</a>
          </p>
        </>
      ) : (
        <InsetText>
          <p>
            {t('notSealed')} <a href={`${here}/votes/${vote.id}`}>{t('reload')}</a>
          </p>
        </InsetText>
      )}
      <p>
        <a href={`${here}/vote`}>{t('goOn')}</a>
      </p>
    </Document>
  )
}
