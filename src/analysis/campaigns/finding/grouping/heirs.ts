import type { CampaignId } from '../../model.ts'
import { byFrequency, type InCampaign } from './model.ts'

/** Which campaign each group goes on as: the one that most of its texts are in, where no larger group took it. */
export function heirs(groups: readonly (readonly InCampaign[])[]): (CampaignId | undefined)[] {
  const taken = new Set<CampaignId>()
  const largestFirst = groups
    .map((group, at) => ({ group, at }))
    .sort((a, b) => b.group.length - a.group.length)
  const chosen: (CampaignId | undefined)[] = groups.map(() => undefined)
  for (const { group, at } of largestFirst) {
    if (group.length < 2) continue
    const heir = byFrequency(group).find((campaign) => !taken.has(campaign))
    if (heir) taken.add(heir)
    chosen[at] = heir
  }
  return chosen
}
