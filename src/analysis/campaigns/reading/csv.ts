import { stringify } from 'csv-stringify/sync'
import { harmlessCell } from '../../../platform/text/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { CampaignId } from '../model.ts'
import { memberAnswer } from './answer.ts'
import { listCampaigns, listMembers } from './campaigns/store.ts'
import type { Member, ShownCampaign } from './model.ts'
import type { CampaignReading } from './store.ts'

const options = { cast: { string: harmlessCell }, record_delimiter: '\r\n' } as const
const line = (cells: readonly unknown[]): string => stringify([[...cells]], options)

const campaignsHead = line([
  ...['campaign', 'comments', 'names', 'names_confirmed_by_organisation', 'names_confirmed_by_e-mail'],
  ...['names_not_confirmed', 'wordings', 'first_sent', 'last_sent', 'template_of', 'template'],
])

function campaignLine({ signatories, template, ...campaign }: ShownCampaign): string {
  const { none, organisation, 'e-mail': mail } = signatories
  return line([
    ...[campaign.id, campaign.comments, none + organisation + mail, organisation, mail, none],
    ...[campaign.wordings, campaign.firstSeen.toISOString(), campaign.lastSeen.toISOString()],
    ...[template.number, template.text],
  ])
}

const membersHead = line(['comment', 'sent', 'group', 'named', 'confirmed', 'in_campaign_since'])

function memberLine(member: Member): string {
  const { comment, sent, group, named, confirmed, since } = memberAnswer(member)
  return line([comment, sent, group, named ? 'yes' : 'no', confirmed, since ?? ''])
}

const [SOME, MANY] = [100, 1000]

/** All campaigns of a request as a table, a piece at a time. */
export async function* campaignLines(db: CampaignReading, request: RequestId): AsyncGenerator<string> {
  yield campaignsHead
  let found = await listCampaigns(db, request, { most: SOME })
  for (let after = SOME; found.length > 0; after += SOME) {
    yield found.map(campaignLine).join('')
    found = await listCampaigns(db, request, { after, most: SOME })
  }
}

/** All comments of a campaign as a table, a piece at a time. */
export async function* memberLines(db: CampaignReading, campaign: CampaignId): AsyncGenerator<string> {
  yield membersHead
  let found = await listMembers(db, campaign, { after: '', most: MANY })
  while (found.length > 0) {
    yield found.map(memberLine).join('')
    found = await listMembers(db, campaign, { after: found.at(-1)?.number ?? '', most: MANY })
  }
}
