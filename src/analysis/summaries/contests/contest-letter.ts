import { findAddressed } from '../../../docket/index.ts'
import { listReasons, reasonNames, standingDecisions } from '../../../moderation/index.ts'
import { localeFor } from '../../../platform/i18n/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { Message } from '../../../platform/mail/index.ts'
import type { SummariesDb } from '../services.ts'
import { words } from '../words.ts'
import type { Contest } from './model.ts'
import { findContest, nameContests } from './store.ts'

export type ContestNews = 'upheld' | 'not-upheld' | 'withheld'

/** Why the words of a contest are withheld, in the reader's language. */
async function whyWithheld(db: SummariesDb, { id }: Contest, locale: ReturnType<typeof localeFor>) {
  const code = (await standingDecisions(db, 'contest', [id])).get(id)?.reason
  const reasons = await listReasons(db, { retired: true })
  return reasonNames(locale)(reasons.find((one) => one.code === code)?.name ?? '')
}

/** The letter that tells a commenter what became of their contest; none where no address was given. */
export async function contestLetter(
  db: SummariesDb,
  origin: string,
  { contest: named, news }: { contest: string; news: ContestNews },
): Promise<Message | undefined> {
  const id = parseId<'contest'>(named)
  const contest = id && (await findContest(db, id))
  const isSo = news === 'withheld' ? contest?.state === news : contest?.outcome === news
  const addressed = contest?.number && isSo && (await findAddressed(db, contest.comment))
  if (!addressed) return undefined
  const { number, email, language } = addressed
  const locale = localeFor(language)
  const t = words.in(locale)
  const place = (await nameContests(db, [contest.id])).get(contest.id)
  const values = {
    ...{ number, answer: contest.answer, title: place?.issueTitle ?? '' },
    address: `${origin}${place?.href ?? ''}`,
    why: news === 'withheld' ? await whyWithheld(db, contest, locale) : '',
  }
  return { to: email, subject: t(`mailSubject-${news}`, values), body: t(`mail-${news}`, values) }
}
