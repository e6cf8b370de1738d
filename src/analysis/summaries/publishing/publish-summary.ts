import { listStakeholderGroups } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { personOf } from '../../coding/at-desk.ts'
import { checkSentences } from '../checking/check-sentences.ts'
import { countFlags } from '../checking/flags.ts'
import { atDraft, type Drafting } from '../drafting/at-draft.ts'
import { listCandidates } from '../drafting/list-candidates.ts'
import type { SummariesDb } from '../services.ts'
import { listVersions } from '../store.ts'
import { putVersion } from './put-version.ts'

export interface Publication {
  /** The draft as its publisher read it. */
  seen: number
  contestUntil: Instant
  zone: string
  /** Why it is published in spite of what the check flags. */
  inSpite: string
  /** What changed since the version before, and why. */
  changes: string
}

export type NotPublished = 'empty' | 'changed-meanwhile' | 'inSpiteMissing' | 'changesMissing'

/** What keeps a draft from being published as it stands. */
function whyNot(
  { seen, inSpite, changes }: Publication,
  {
    revision,
    sentences,
    flags,
    latest,
  }: { revision: number; sentences: number; flags: number; latest: number },
): NotPublished | undefined {
  if (revision !== seen) return 'changed-meanwhile'
  if (sentences === 0) return 'empty'
  if (flags > 0 && inSpite === '') return 'inSpiteMissing'
  return latest > 0 && changes === '' ? 'changesMissing' : undefined
}

/** Publishes the draft as its next version, with the date until which it may be contested. */
export function publishSummary(
  db: SummariesDb,
  drafting: Drafting,
  publication: Publication,
): Promise<NotPublished | 'done'> {
  const { actor, request, issue, at } = drafting
  const { language } = request
  return atDraft<NotPublished>(db, drafting, async ({ tx, summary, sentences, tell }) => {
    const candidates = await listCandidates(tx, request, issue.id)
    const groups = (await listStakeholderGroups(tx)).map(({ name }) => name)
    const flags = countFlags(checkSentences({ language, sentences, candidates, groups }))
    const latest = (await listVersions(tx, [summary.id])).get(summary.id)?.[0]?.number ?? 0
    const { revision } = summary
    const refused = whyNot(publication, { revision, sentences: sentences.length, flags, latest })
    if (refused) return refused
    const { contestUntil, zone, inSpite, changes } = publication
    const version = await putVersion(tx, {
      ...{
        summary: summary.id,
        number: latest + 1,
        publishedAt: at,
        contestUntil,
        zone,
        by: personOf(actor),
      },
      ...{ inSpite: flags > 0 ? inSpite : '', changes: latest > 0 ? changes : '' },
      ...{ language, candidates, sentences },
    })
    await tell('summary-published', { version, number: latest + 1, flags })
    return 'done'
  })
}
