import type { PostedTables } from '../../../docket/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { parseId } from '../../../platform/id.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { findSeenRequest, type RequestsTables } from '../../../requests/index.ts'
import type { CampaignTables } from '../tables.ts'
import { findCampaign, listCampaigns } from './campaigns/store.ts'

type Reading = Db<CampaignTables & PostedTables & RequestsTables & ProcessesTables>

/** A campaign of a request that the viewer may see; without its words where it is none any more. */
export async function findSeenCampaign(db: Reading, viewer: Actor, docket: string, named: string) {
  const about = await findSeenRequest(db, viewer, docket)
  const id = parseId<'campaign'>(named)
  const known = id && (await findCampaign(db, about.request.id, id))
  if (!known) throw new NotFound('No such campaign.')
  const [campaign] = await listCampaigns(db, about.request.id, { most: 1, only: known.id })
  return { ...about, known, campaign }
}
