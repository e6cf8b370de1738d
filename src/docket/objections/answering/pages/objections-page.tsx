import { Caption, Document, EmptyState, Stamp, Table, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { Listed } from '../../model.ts'
import { words } from '../../words.ts'

interface Props {
  request: RequestForComment
  listed: readonly Listed[]
}

/** The objections about comments of one request, those that wait first: for moderators only. */
export function ObjectionsPage({ request: { docket, title, deadline }, listed }: Props) {
  const t = useWords(words)
  return (
    <Document title={t('objections')} back={{ href: `/requests/${docket}`, text: title }} unlisted>
      <Caption>{title}</Caption>
      <h1>{t('objections')}</h1>
      <p class="govuk-body-l">{t('objectionsIntro')}</p>
      {listed.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <Table
          class="parley-cards"
          head={[t('comment'), t('made'), t('state'), t('standing')].map((text) => ({ text }))}
          rowHeaders
          rows={listed.map(({ number, at, state, outcome }) => [
            {
              text: <a href={`/comments/${number}/${outcome ? 'moderation' : 'objection'}`}>{number}</a>,
            },
            { text: <Time at={at} zone={deadline.zone} /> },
            { text: t(`state-${state}`) },
            {
              text: (
                <Stamp tone={outcome ? 'quiet' : 'notice'}>
                  {t(outcome ? `ended-${outcome}` : 'isOpen')}
                </Stamp>
              ),
            },
          ])}
        />
      )}
      <p>
        <a href={`/requests/${docket}/queue`}>{t('toQueue')}</a>
      </p>
    </Document>
  )
}
