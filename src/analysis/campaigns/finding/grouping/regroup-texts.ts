import type { Instant } from '../../../../platform/time.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignId } from '../../model.ts'
import type { Finding } from '../services.ts'
import { heirs } from './heirs.ts'
import { openCampaign } from './join-texts.ts'
import { byFrequency, type InCampaign } from './model.ts'
import { countTexts, endInto, moveTexts, reopen } from './store.ts'

/** Texts that belong together, and the campaign they are from now on. */
interface Part {
  texts: readonly InCampaign[]
  campaign: CampaignId | null
}

/**
 * Gives each group of texts one campaign, and a text alone none. The largest part of a campaign that fell apart goes on
 * as it; each other part is a new one, which says where it came from.
 * @param groups all texts of every campaign that one of them is in
 * @param before campaigns that lost texts which are in no group any more
 */
export async function regroupTexts(
  tx: Finding,
  request: RequestId,
  groups: readonly (readonly InCampaign[])[],
  before: readonly CampaignId[],
  at: Instant,
): Promise<{ campaigns: CampaignId[]; moved: InCampaign[] }> {
  const parts = await settle(tx, request, groups, at)
  const campaigns = parts.flatMap(({ campaign }) => campaign ?? [])
  const moved = parts.flatMap(({ texts, campaign }) =>
    texts.filter((text) => text.campaign !== campaign).map((text) => ({ ...text, campaign })),
  )
  await moveTexts(
    tx,
    moved.map(({ id, campaign }) => ({ id, campaign })),
  )
  await endOthers(tx, parts, before, at)
  for (const campaign of campaigns) await reopen(tx, campaign)
  await countTexts(tx, campaigns)
  return { campaigns, moved }
}

async function settle(
  tx: Finding,
  request: RequestId,
  groups: readonly (readonly InCampaign[])[],
  at: Instant,
): Promise<Part[]> {
  const chosen = heirs(groups)
  const parts: Part[] = []
  for (const [i, texts] of groups.entries()) {
    const [from] = byFrequency(texts)
    const alone = texts.length < 2
    const campaign = alone ? null : (chosen[i] ?? (await openCampaign(tx, request, texts, from, at)))
    parts.push({ texts, campaign })
  }
  return parts
}

/** Ends the campaigns that are none any more; one whose texts are in another now went on in it. */
async function endOthers(
  tx: Finding,
  parts: readonly Part[],
  before: readonly CampaignId[],
  at: Instant,
): Promise<void> {
  const kept = new Set(parts.map(({ campaign }) => campaign))
  const into = new Map<CampaignId, CampaignId | null>(before.map((campaign) => [campaign, null]))
  for (const { texts, campaign } of parts) for (const one of byFrequency(texts)) into.set(one, campaign)
  for (const [campaign, heir] of into) if (!kept.has(campaign)) await endInto(tx, [campaign], heir, at)
}
