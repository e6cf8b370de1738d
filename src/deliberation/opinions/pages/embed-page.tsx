import { EmbeddedDocument, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import { words } from '../words.ts'
import { GroupsTable, Picture } from './picture.tsx'
import type { OpinionsProps } from './props.ts'
import { StatementText } from './statement-table.tsx'

const MOST = 5

/** The map for other sites: who votes alike, what all agree on, and the way to the whole of it. */
export function EmbedPage(props: OpinionsProps) {
  const { deliberation, process, map, origin, texts } = props
  const t = useWords(words)
  const whole = `${origin}${deliberationAddress(process.slug, deliberation.number)}/opinions`
  const agreed = map?.agreed.agree.filter((number) => texts.has(number)).slice(0, MOST) ?? []
  return (
    <EmbeddedDocument title={t('title')}>
      <h1 class="govuk-heading-m">
        <a href={whole} target="_top">
          {deliberation.title}
        </a>
      </h1>
      {map ? (
        <>
          <p>{t('lead', { voters: map.voters, votes: map.votes, statements: map.all.length })}</p>
          {map.groups.length < 2 ? (
            <p>{t('oneGroup')}</p>
          ) : (
            <>
              <Picture map={map} whole={whole} />
              <GroupsTable map={map} />
            </>
          )}
          <h2 class="govuk-heading-s">{t('agreedTitle')}</h2>
          {agreed.length === 0 && <p class="parley-muted">{t('agreedNone')}</p>}
          <ul>
            {agreed.map((number) => (
              <li key={number}>
                <StatementText {...props} number={number} target="_top" />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      )}
      <p>
        <a href={whole} target="_top">
          {t('toWhole')}
        </a>
      </p>
    </EmbeddedDocument>
  )
}
