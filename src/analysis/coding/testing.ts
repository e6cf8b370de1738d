import { type Arrival, decideComment, findToModerate, takeComments } from '../../docket/index.ts'
import { guest, type PersonId } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import type { Issue } from '../../processes/index.ts'
import { type SignedInPerson, type TestApp, testApp } from '../../testing.ts'
import { addCode } from '../codebook/add-code.ts'
import type { CodeId } from '../codebook/model.ts'
import { findQuote } from './excerpts/find-quote.ts'
import { codeExcerpt, markExcerpt } from './excerpts/mark-excerpt.ts'
import { listExcerpts, listPostedTexts } from './excerpts/store.ts'
import type { ExcerptId, Position } from './model.ts'
import { planSecondReadings } from './queue/set-share.ts'
import { finishReading } from './readings/finish-reading.ts'
import { findToRead } from './readings/store.ts'
import { takeComment } from './readings/take-comment.ts'
import { arrivalOf, insertIssues, insertRequest } from './testing-request.ts'

/** What a coder says in a test: codes, and positions by the number of the issue. */
export interface Said {
  codes?: readonly CodeId[]
  positions?: Readonly<Record<number, Position | readonly ['support-with-condition', string]>>
}

const contentOf = ({ codes = [], positions = {} }: Said, issues: readonly Issue[]) => ({
  codes,
  positions: Object.entries(positions).map(([number, said]) => {
    const issue = issues[Number(number) - 1]
    if (!issue) throw new Error(`There is no issue ${number}.`)
    const [position, condition] = typeof said === 'string' ? [said, ''] : said
    return { issue: issue.id, position, condition }
  }),
})

/** What was done, where it must not be refused. */
function must<Done extends object>(done: Done): Exclude<Done, { refused: unknown }> {
  if ('refused' in done) throw new Error(String(done.refused))
  return done as Exclude<Done, { refused: unknown }>
}

/** What a moderator of the process decides about a comment as it stands. */
async function decideAs({ db, clock }: TestApp['services'], number: string, verdict: object) {
  const comment = await findToModerate(db, number)
  if (!comment) throw new Error(`There is no comment ${number}.`)
  const inProcess = new Map([[comment.processId, new Set(['moderator'] as const)]])
  const by = { ...guest, person: newId<'person'>(1) as PersonId, inProcess }
  const whole = { seen: comment.state, reason: undefined, explanation: '', act: 'post' as const, ...verdict }
  return decideComment(db, by, { comment, questions: new Map(), verdict: whole, at: clock.now() })
}

/** The whole house with a request, two issues, two analysts and a chair; for tests only. */
export async function openBench(changed: Parameters<typeof testApp>[0] = {}) {
  const house = await testApp(changed)
  const { services } = house
  const { db, clock } = services
  const request = await insertRequest(services)
  const issues = await insertIssues(services, request)
  const { processId: process } = request
  const hire = (role: 'analyst' | 'chair' | 'secretariat') => house.signInAs({ role, process })
  const [ada, grace, chair] = [await hire('analyst'), await hire('analyst'), await hire('chair')]
  const actorOf = ({ person }: Pick<SignedInPerson, 'person'>) => ({ ...guest, person })
  const coding = (who: SignedInPerson, number: string) => ({ actor: actorOf(who), number, at: clock.now() })
  const decide = (number: string, verdict: object) => decideAs(services, number, verdict)
  const read = async (number: string) => {
    const comment = await findToRead(db, number)
    if (!comment) throw new Error(`${number} is not posted.`)
    return comment
  }

  return {
    ...{ house, db, request, process, issues, ada, grace, chair, hire, coding, decide, read },
    /** A posted comment with these texts, the first in answer to the question; answers its number. */
    post: async (texts: readonly string[], said: Partial<Arrival> = {}): Promise<string> => {
      const [taken] = await db
        .transaction()
        .execute((tx) => takeComments(tx, [arrivalOf(request, texts, said)]))
      if (!taken) throw new Error('No comment came.')
      await decide(taken.number, {})
      return taken.number
    },
    code: async (name: string, parent?: CodeId): Promise<CodeId> => {
      const change = { actor: actorOf(ada), process, at: clock.now() }
      const added = await addCode(db, change, { name, definition: '', example: '', parent })
      if ('refused' in added) throw new Error(added.refused)
      return added.added
    },
    share: (percent: number) => planSecondReadings(db, actorOf(chair), request, percent, clock.now()),
    take: async (who: SignedInPerson, number: string) => must(await takeComment(db, coding(who, number))),
    /** Takes the comment where nobody did, marks these words where they stand first, and codes them. */
    mark: async (who: SignedInPerson, number: string, words: string, said: Said): Promise<ExcerptId> => {
      must(await takeComment(db, coding(who, number)))
      const texts = await listPostedTexts(db, (await read(number)).id)
      const [place] = findQuote(
        texts.map(({ version, text }) => ({ key: version, text })),
        { words },
      )
      const text = texts.find(({ version }) => version === place?.key)
      if (!place || !text) throw new Error(`“${words}” does not stand there.`)
      const span = { starts: place.start, ends: place.end, words: text.text.slice(place.start, place.end) }
      const content = contentOf(said, issues)
      const order = { version: text.version, ...span }
      return must(await markExcerpt(db, coding(who, number), order, content)).excerpt
    },
    recode: async (who: SignedInPerson, number: string, excerpt: ExcerptId, said: Said) =>
      must(await codeExcerpt(db, coding(who, number), excerpt, contentOf(said, issues))),
    done: async (who: SignedInPerson, number: string) =>
      must(await finishReading(db, coding(who, number), 'done')),
    excerpts: async (number: string) => listExcerpts(db, (await read(number)).id),
    get: (url: string, who?: SignedInPerson) => house.get(url, who?.cookie),
    send: (url: string, form: Readonly<Record<string, string>>, who?: SignedInPerson) =>
      house.post(url, form, who?.cookie),
  }
}
