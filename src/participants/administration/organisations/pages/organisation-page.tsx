import { Colon, Document, ErrorSummary } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../../form-problems.tsx'
import type {
  DescribedOrganisation,
  ListedRepresentation,
  StakeholderGroup,
} from '../../../organisations/model.ts'
import { RepresentationsTable } from '../../../organisations/pages/representations-table.tsx'
import { useGroupNames } from '../../../organisations/words.ts'
import { LENGTH, type RepresentationForm } from '../../schemas.ts'
import { words } from '../../words.ts'
import { Changes, type ChangesProps, changeProblems } from './changes.tsx'
import { RepresentationFields } from './representation-fields.tsx'

interface Props {
  organisation: DescribedOrganisation
  group: StakeholderGroup | undefined
  representations: readonly ListedRepresentation[]
  now: Instant
  draft: Partial<RepresentationForm>
  wrong?: WrongFields
  /** What the administrator may change besides; nothing for the secretariat. */
  changes?: ChangesProps | undefined
}

export function OrganisationPage({ organisation, group, representations, now, draft, ...form }: Props) {
  const { wrong = noneWrong, changes } = form
  const t = useWords(words)
  const errors = sentencesFor(
    {
      person: t('personProblem'),
      capacity: t('capacityProblem'),
      from: t('fromProblem'),
      until: t('untilProblem'),
      checkedHow: t('checkedHowProblem', { limit: LENGTH }),
    },
    wrong,
  )
  const called = useGroupNames()
  const broken = changes ? changeProblems(changes, t) : []
  return (
    <Document
      title={organisation.name}
      problems={wrong.size > 0 || broken.length > 0}
      back={{ href: '/administration/organisations' }}
      wide
      unlisted
    >
      <FormProblems errors={errors} wrong={wrong} />
      {broken.length > 0 && <ErrorSummary problems={broken} />}
      <h1>{organisation.name}</h1>
      <p class="govuk-body">
        {t('group')}
        <Colon />
        {group && called(group.name)} · <a href={`/organisations/${organisation.slug}`}>{t('publicPage')}</a>
      </p>
      <h2 class="govuk-heading-m">{t('representatives')}</h2>
      {representations.length === 0 ? (
        <p class="govuk-body">{t('noRepresentatives')}</p>
      ) : (
        <RepresentationsTable representations={representations} show="person" now={now} mayEnd />
      )}
      <h2 class="govuk-heading-m">{t('addRepresentation')}</h2>
      <RepresentationFields organisation={organisation} draft={draft} errors={errors} />
      {changes && <Changes {...changes} />}
    </Document>
  )
}
