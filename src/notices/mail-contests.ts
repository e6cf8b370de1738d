import { type ContestNews, contestLetter } from '../analysis/index.ts'
import { queueMail } from '../platform/mail/index.ts'
import { followRecord } from '../record/index.ts'
import { AT_ONCE } from './at-once.ts'
import type { NoticesServices } from './mail-receipts.ts'

const READER = 'contest-mail'

const newsOf: Readonly<Record<string, ContestNews>> = {
  'contest-upheld': 'upheld',
  'contest-not-upheld': 'not-upheld',
  'contest-withheld': 'withheld',
}

/** Tells commenters what became of the contests they made. */
export function mailContests({ db, clock, origin }: NoticesServices): Promise<number> {
  return followRecord(db, READER, AT_ONCE, async (tx, entries) => {
    for (const { kind, about } of entries) {
      const news = about.kind === 'contest' ? newsOf[kind] : undefined
      const letter = news && (await contestLetter(tx, origin, { contest: about.id, news }))
      if (letter) await queueMail(tx, letter, clock.now())
    }
  })
}
