import type { CampaignId } from '../../model.ts'
import type { Finding } from '../services.ts'
import { listToWeigh, listWordings, setTemplate } from './store.ts'

/** So many wordings of a campaign are weighed against each other: the most used, and of those alike the first. */
const MOST_WEIGHED = 40

type Resemblance = (one: number, other: number) => number

/** The wording that resembles the others most, each weighing as much as it has copies, stands for the campaign. */
export async function chooseTemplates(
  tx: Finding,
  campaigns: readonly CampaignId[],
  resemblance: Resemblance,
): Promise<void> {
  if (campaigns.length === 0) return
  for (const campaign of await listToWeigh(tx, campaigns)) {
    const wordings = await listWordings(tx, campaign, MOST_WEIGHED)
    const weigh = (one: number) =>
      wordings.reduce((sum, { first, copies }) => sum + copies * resemblance(one, first), 0)
    const weighed = wordings.map(({ first }) => ({ first, weight: weigh(first) }))
    const best = weighed.reduce((best, one) => (one.weight > best.weight + 1e-9 ? one : best))
    await setTemplate(tx, campaign, best.first)
  }
}
