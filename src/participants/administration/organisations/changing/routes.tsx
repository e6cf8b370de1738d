import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../../../platform/http/index.ts'
import { tidyName } from '../../../../platform/text/index.ts'
import { wrongFields } from '../../../form-problems.tsx'
import { addSpelling } from '../../../organisations/directory/add-spelling.ts'
import { changeDetails } from '../../../organisations/directory/change-details.ts'
import { mergeOrganisations } from '../../../organisations/directory/merge-organisations.ts'
import type { Details } from '../../../organisations/directory/store.ts'
import type { DescribedOrganisation } from '../../../organisations/model.ts'
import { findOrganisationByName, listStakeholderGroups } from '../../../organisations/store.ts'
import { DetailsForm, MergeForm, OrganisationParams, SpellingForm } from '../../schemas.ts'
import type { AdministrationServices } from '../../services.ts'
import { organisationOf, pageOf } from '../page-of.tsx'
import type { ChangeProblem } from '../pages/changes.tsx'

type Returned = NonNullable<Parameters<typeof pageOf>[3]>

const config = { action: 'change-organisation' }
const params = OrganisationParams

const detailsOf = ({ name, group, country, site, coalition }: DetailsForm): Details => ({
  name: tidyName(name),
  group,
  country: country?.toUpperCase() || undefined,
  site: site || undefined,
  coalition: coalition === 'yes',
})

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string | undefined) =>
  !code || (/^[A-Za-z]{2}$/.test(code) && regions.of(code.toUpperCase()) !== undefined)

/** What only an administrator changes: name and facts, spellings, and which two are one. */
export const changeRoutes: FastifyPluginAsyncTypebox<AdministrationServices> = async (app, services) => {
  const { db } = services
  const path = '/administration/organisations/:organisation'
  const naming = { config, schema: { params, body: SpellingForm }, attachValidation: true }
  const merging = { config, schema: { params, body: MergeForm }, attachValidation: true }

  const again = async (
    { viewer }: FastifyRequest,
    reply: FastifyReply,
    organisation: DescribedOrganisation,
    returned: Returned,
  ) => sendPage(reply, await pageOf(services, viewer, organisation, returned), 422)

  app.post(
    `${path}/details`,
    { config, schema: { params, body: DetailsForm }, attachValidation: true },
    async (request, reply) => {
      const organisation = await organisationOf(services, request.params)
      const details = request.body ?? {}
      const group = (await listStakeholderGroups(db)).some(({ slug }) => slug === details.group)
      const wrong = wrongFields(request.validationError, { group, country: isCountry(details.country) })
      if (wrong.size > 0) return again(request, reply, organisation, { changed: { details, wrong } })
      const changed = await changeDetails(services, request.viewer, organisation, detailsOf(details))
      const problems: Partial<Record<typeof changed, ChangeProblem>> = {
        'name-taken': 'nameTaken',
        'merged-meanwhile': 'mergedMeanwhile',
      }
      const problem = problems[changed]
      if (problem) return again(request, reply, organisation, { changed: { details, problem } })
      return reply.redirect(`/administration/organisations/${organisation.id}`, 303)
    },
  )

  app.post(`${path}/spellings`, naming, async (request, reply) => {
    const organisation = await organisationOf(services, request.params)
    const { spelling = '' } = request.body ?? {}
    const name = tidyName(spelling)
    const added =
      name && !request.validationError
        ? await addSpelling(services, request.viewer, organisation.id, name)
        : 'missing'
    if (added !== 'missing' && added !== 'name-taken')
      return reply.redirect(`/administration/organisations/${organisation.id}`, 303)
    const problem = added === 'missing' ? 'nameProblem' : 'nameTaken'
    return again(request, reply, organisation, { changed: { spelling, problem } })
  })

  app.post(`${path}/merge`, merging, async (request, reply) => {
    const organisation = await organisationOf(services, request.params)
    const { double: merge = '' } = request.body ?? {}
    const lesser = await findOrganisationByName(db, merge)
    const merged = lesser
      ? await mergeOrganisations(services, request.viewer, organisation.id, lesser)
      : 'unknown'
    if (merged === 'merged') return reply.redirect(`/administration/organisations/${organisation.id}`, 303)
    const problems = {
      unknown: 'mergeUnknown',
      same: 'mergeSame',
      'merged-meanwhile': 'mergedMeanwhile',
    } as const
    return again(request, reply, organisation, {
      changed: { double: merge, problem: problems[merged] },
    })
  })
}
