import type { VNode } from 'preact'
import { Document, ErrorSummary, SummaryList, type SummaryRow } from '../../../platform/html/index.ts'
import { countryName, dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type {
  DescribedOrganisation,
  ListedRepresentation,
  OtherName,
  StakeholderGroup,
  Ties,
} from '../../organisations/model.ts'
import { words } from '../words.ts'
import { Group } from './directory-page.tsx'
import { type Interests, Representatives } from './representatives.tsx'
import { AddMember, type MemberDraft, TiesTable } from './ties.tsx'

export interface OrganisationPageProps {
  organisation: DescribedOrganisation
  groups: readonly StakeholderGroup[]
  otherNames: readonly OtherName[]
  representations: readonly ListedRepresentation[]
  /** Of those who agreed to be named. */
  interests: Interests
  ties: Ties
  /** What later steps tell of it. */
  said: readonly VNode[]
  positions: readonly VNode[]
  may: {
    /** Change what is said of it. */
    change: boolean
    addMember: boolean
    /** Of which memberships, by their ids, the reader may say this. */
    confirm: ReadonlySet<string>
    end: ReadonlySet<string>
  }
  draft?: MemberDraft | undefined
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { organisation, representations, ties, said, positions, may, draft } = props
  const t = useWords(words)
  const problem = draft && t(`problem-${draft.problem}`)
  const { members, coalitions } = ties
  return (
    <Document
      title={organisation.name}
      problems={problem !== undefined}
      back={{ href: '/organisations', text: t('organisations') }}
      wide
    >
      {problem && <ErrorSummary problems={[{ href: '#member', text: problem }]} />}
      <h1>{organisation.name}</h1>
      {organisation.coalition && <p class="govuk-body-l">{t('coalitionOf')}</p>}
      <Facts {...props} />
      {may.change && (
        <p class="parley-noprint">
          <a href={`/administration/organisations/${organisation.id}`}>{t('change')}</a>
        </p>
      )}
      <h2 class="govuk-heading-m">{t('representatives')}</h2>
      <Representatives representations={representations} interests={props.interests} />
      {organisation.coalition && <h2 class="govuk-heading-m">{t('members')}</h2>}
      {organisation.coalition && members.length === 0 && <p class="govuk-body">{t('membersNone')}</p>}
      <TiesTable ties={members} own={organisation} side="coalition" may={may} />
      {may.addMember && organisation.coalition && (
        <AddMember organisation={organisation} draft={draft} error={problem} />
      )}
      {coalitions.length > 0 && <h2 class="govuk-heading-m">{t('coalitions')}</h2>}
      <TiesTable ties={coalitions} own={organisation} side="member" may={may} />
      {said.length > 0 && <h2 class="govuk-heading-m">{t('said')}</h2>}
      {said}
      {positions.length > 0 && <h2 class="govuk-heading-m">{t('positions')}</h2>}
      {positions}
    </Document>
  )
}

function Facts({ organisation, groups, otherNames }: OrganisationPageProps) {
  const t = useWords(words)
  const locale = useLocale()
  const { group, country, site } = organisation
  const rows: SummaryRow[] = [
    { term: t('group'), value: <Group group={group} groups={groups} /> },
    ...(country ? [{ term: t('country'), value: countryName(country, locale) }] : []),
    ...(site ? [{ term: t('site'), value: <Site href={site} /> }] : []),
    ...(otherNames.length > 0 ? [{ term: t('otherNames'), value: <Names names={otherNames} /> }] : []),
  ]
  return <SummaryList class="govuk-summary-list--no-border" rows={rows} />
}

const Site = ({ href }: { href: string }) => (
  <a href={href} rel="nofollow noopener">
    {href.replace(/^https?:\/\//, '').replace(/\/$/, '')}
  </a>
)

function Names({ names }: { names: readonly OtherName[] }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <ul class="govuk-list">
      {names.map(({ name, why, at }) => (
        <li key={`${why} ${name}`}>{t(why, { name, day: at ? dayIn(at, 'UTC', locale) : '' })}</li>
      ))}
    </ul>
  )
}
