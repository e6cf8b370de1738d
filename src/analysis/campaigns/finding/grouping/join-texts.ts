import { newId } from '../../../../platform/id.ts'
import type { Instant } from '../../../../platform/time.ts'
import type { RequestId } from '../../../../requests/index.ts'
import type { CampaignId } from '../../model.ts'
import type { Finding } from '../services.ts'
import { listOfWordings } from '../texts/store.ts'
import type { InCampaign, NewText } from './model.ts'
import { findEnded, growBy, insertCampaigns, mergeCampaigns, moveTexts, reopen, sizesOf } from './store.ts'

/** New texts that belong together, and wordings of earlier ones that they are tied to. */
export interface Joining {
  fresh: NewText[]
  wordings: Set<number>
}

export interface Joined {
  campaigns: CampaignId[]
  /** Earlier texts that were in no campaign before. */
  moved: InCampaign[]
}

/**
 * Gives new texts the campaigns they belong to. A campaign that grows stays the same; of two that grow together the
 * larger goes on. One that had ended goes on where a text joins what was left of it.
 */
export async function joinTexts(
  tx: Finding,
  request: RequestId,
  groups: readonly Joining[],
  at: Instant,
): Promise<Joined> {
  const wanted = groups.flatMap(({ wordings }) => [...wordings])
  const found = wanted.length === 0 ? [] : await listOfWordings(tx, request, wanted)
  const earlier = new Map(found.map((text) => [text.wording, text]))
  const joined: Joined = { campaigns: [], moved: [] }
  for (const { fresh, wordings } of groups) {
    const known = [...wordings].flatMap((wording) => earlier.get(wording) ?? [])
    if (fresh.length + known.length < 2) continue
    const alone = known.filter(({ campaign }) => campaign === null)
    const campaign = await campaignFor(tx, request, [...fresh, ...known], at)
    for (const text of [...fresh, ...alone]) text.campaign = campaign
    await growBy(tx, campaign, fresh.length + alone.length)
    joined.campaigns.push(campaign)
    joined.moved.push(...alone)
  }
  await moveTexts(
    tx,
    joined.moved.map(({ id, campaign }) => ({ id, campaign })),
  )
  return joined
}

async function campaignFor(
  tx: Finding,
  request: RequestId,
  texts: readonly InCampaign[],
  at: Instant,
): Promise<CampaignId> {
  const campaigns = [...new Set(texts.flatMap(({ campaign }) => campaign ?? []))]
  if (campaigns.length === 0) return openCampaign(tx, request, texts, undefined, at)
  const [largest, ...others] = await sizesOf(tx, campaigns)
  if (!largest) throw new Error('A text is in a campaign that is not there.')
  await mergeCampaigns(
    tx,
    others.map(({ id }) => id),
    largest.id,
    at,
  )
  return largest.id
}

/** A campaign for texts that are in none: the last that one of them was in, where it has ended, or a new one. */
export async function openCampaign(
  tx: Finding,
  request: RequestId,
  texts: readonly InCampaign[],
  from: CampaignId | undefined,
  at: Instant,
): Promise<CampaignId> {
  const ended = from
    ? undefined
    : await findEnded(
        tx,
        texts.map(({ comment }) => comment),
      )
  if (ended) await reopen(tx, ended)
  const id = ended ?? newId<'campaign'>(at.getTime())
  if (!ended) await insertCampaigns(tx, request, [{ id, from }], at)
  return id
}
