import { Caption, Document, EmptyState, Stamp, Table, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import { words } from '../../words.ts'

interface Props {
  request: RequestForComment
  claims: readonly { id: string; name: string; confirmedAt: Instant | null; all: number; open: number }[]
}

/** The claims about comments of one request: for moderators only. */
export function ClaimsPage({ request: { docket, title, deadline }, claims }: Props) {
  const t = useWords(words)
  return (
    <Document title={t('claims')} back={{ href: `/requests/${docket}`, text: title }} unlisted>
      <Caption>{title}</Caption>
      <h1>{t('claims')}</h1>
      <p class="govuk-body-l">{t('claimsIntro')}</p>
      {claims.length === 0 ? (
        <EmptyState title={t('claimsNone')}>
          <p>{t('claimsNoneText')}</p>
        </EmptyState>
      ) : (
        <Table
          class="parley-cards"
          head={[t('claimant'), t('confirmedAt'), t('commentsMeant'), t('standing')].map((text) => ({
            text,
          }))}
          rowHeaders
          rows={claims.map(({ id, name, confirmedAt, all, open }) => [
            { text: <a href={`/requests/${docket}/claims/${id}`}>{name}</a> },
            { text: confirmedAt && <Time at={confirmedAt} zone={deadline.zone} /> },
            { text: all },
            {
              text: (
                <Stamp tone={open > 0 ? 'notice' : 'quiet'}>
                  {open > 0 ? t('waitsFor', { count: open }) : t('answered')}
                </Stamp>
              ),
            },
          ])}
        />
      )}
    </Document>
  )
}
