import { type ContestNews, contestLetter } from '../analysis/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import { followRecord, type PlacedEntry } from '../record/index.ts'
import { AT_ONCE } from './at-once.ts'
import type { NoticesServices, NoticesTables } from './mail-receipts.ts'

const READER = 'contest-mail'

const newsOf: Readonly<Record<string, ContestNews>> = {
  'contest-upheld': 'upheld',
  'contest-not-upheld': 'not-upheld',
  'contest-withheld': 'withheld',
}

const kinds = { only: Object.keys(newsOf) }

/** Tells commenters what became of the contests they made. */
export function mailContests({ db, clock, origin }: NoticesServices): Promise<number> {
  const tell = async (tx: Tx<NoticesTables>, entries: readonly PlacedEntry[]) => {
    for (const { kind, about } of entries) {
      const news = about.kind === 'contest' ? newsOf[kind] : undefined
      const letter = news && (await contestLetter(tx, origin, { contest: about.id, news }))
      if (letter) await queueMail(tx, letter, clock.now())
    }
  }
  return followRecord(db, READER, AT_ONCE, tell, kinds)
}
