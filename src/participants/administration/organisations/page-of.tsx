import { NotFound } from '../../../platform/errors.ts'
import { parseId } from '../../../platform/id.ts'
import type { WrongFields } from '../../form-problems.tsx'
import { type Actor, decide } from '../../model.ts'
import { describeOrganisation } from '../../organisations/directory/store.ts'
import type { DescribedOrganisation } from '../../organisations/model.ts'
import { listRepresentations, listStakeholderGroups } from '../../organisations/store.ts'
import { administrationPolicy } from '../access.ts'
import type { RepresentationForm } from '../schemas.ts'
import type { AdministrationServices } from '../services.ts'
import type { ChangesProps } from './pages/changes.tsx'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { dayOf } from './period.ts'

interface Returned {
  draft?: Partial<RepresentationForm>
  wrong?: WrongFields
  changed?: ChangesProps['returned']
}

export async function organisationOf(
  { db }: AdministrationServices,
  params: { organisation: string },
): Promise<DescribedOrganisation> {
  const id = parseId<'organisation'>(params.organisation)
  const organisation = id && (await describeOrganisation(db, { id }))
  if (!organisation) throw new NotFound('no such organisation')
  return organisation
}

/** The page on which the office keeps an organisation; what came back from one of its forms stands in it. */
export async function pageOf(
  { db, clock }: AdministrationServices,
  viewer: Actor,
  organisation: DescribedOrganisation,
  { draft, changed, ...rest }: Returned = {},
) {
  const now = clock.now()
  const [groups, representations] = await Promise.all([
    listStakeholderGroups(db),
    listRepresentations(db, { organisation: organisation.id }),
  ])
  const group = groups.find(({ slug }) => slug === organisation.group)
  const mayChange = decide(administrationPolicy, viewer, 'change-organisation')
  const changes = mayChange ? { organisation, groups, returned: changed } : undefined
  const page = { organisation, group, representations, now, draft: draft ?? { from: dayOf(now) }, changes }
  return <OrganisationPage {...page} {...rest} />
}
