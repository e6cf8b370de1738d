import { decisionLetter, objectionLetter } from '../docket/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import { followRecord, type PlacedEntry } from '../record/index.ts'
import { AT_ONCE } from './at-once.ts'
import type { NoticesServices, NoticesTables } from './mail-receipts.ts'

const READER = 'decision-mail'

const keepsBack = ({ kind, detail }: PlacedEntry): boolean =>
  kind === 'comment-withheld' || (kind === 'comment-posted' && Number(detail['redactions'] ?? 0) > 0)

const endsObjection = ({ kind, about }: PlacedEntry): boolean =>
  about.kind === 'comment' && (kind === 'objection-upheld' || kind === 'objection-turned-down')

const kinds = {
  only: ['comment-withheld', 'comment-posted', 'objection-upheld', 'objection-turned-down'],
}

/** Tells senders whose comments were withheld or redacted, why and how to object, and how their objections ended. */
export function mailDecisions({ db, clock, origin }: NoticesServices): Promise<number> {
  const tell = async (tx: Tx<NoticesTables>, entries: readonly PlacedEntry[]) => {
    const last = new Map(entries.filter(keepsBack).map((entry) => [entry.about.id, entry]))
    for (const { about, detail } of entries.filter(endsObjection)) {
      const told = { comment: about.id, objection: String(detail['objection']) }
      const letter = await objectionLetter(tx, origin, told)
      if (letter) await queueMail(tx, letter, clock.now())
    }
    for (const id of last.keys()) {
      const letter = await decisionLetter(tx, origin, id)
      if (letter) await queueMail(tx, letter, clock.now())
    }
  }
  return followRecord(db, READER, AT_ONCE, tell, kinds)
}
