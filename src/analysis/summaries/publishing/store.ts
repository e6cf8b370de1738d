import type { PersonId } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { SummaryId, SummaryVersion } from '../model.ts'
import type { SummaryTables } from '../tables.ts'

export async function insertVersion(
  tx: Tx<SummaryTables>,
  { id, summary, by, ...version }: SummaryVersion & { summary: SummaryId; by: PersonId },
): Promise<void> {
  const { number, publishedAt, contestUntil, zone, inSpite, changes } = version
  await tx
    .insertInto('analysis.summary_version')
    .values({
      ...{ id, summary_id: summary, number, published_at: publishedAt, published_by: by },
      ...{ contest_until: contestUntil, zone, in_spite: inSpite, changes },
    })
    .execute()
}
