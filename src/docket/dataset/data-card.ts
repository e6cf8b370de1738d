import { defaultLocale, inZone } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Process } from '../../processes/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Counts } from '../reading/model.ts'
import { columnsFor } from './columns.ts'
import { csvLine } from './csv.ts'
import type { Scope } from './model.ts'
import { words } from './words.ts'

const t = words.in(defaultLocale)

/** When and where files are made, and the newest checkpoint of the log as signed. */
export interface Making {
  origin: string
  made: Instant
  checkpoint: string
}

interface Card extends Making {
  process: Process
  request: RequestForComment
  counts: Counts
}

interface ProcessCard extends Making {
  process: Process
  dockets: readonly Pick<Card, 'request' | 'counts'>[]
}

const section = (title: string, ...paragraphs: string[]) => [`## ${title}`, '', ...paragraphs, ''].join('\n')

function questionsOf({ request }: Pick<Card, 'request'>): string[] {
  return request.questions.map(({ number, text }) => `${number}. ${text}`)
}

function countsOf(counts: Counts): string {
  const rows = Object.entries(counts).map(
    ([name, count]) => `- ${t(`count-${name as keyof Counts}`)}: ${count}`,
  )
  return rows.join('\n')
}

/** What a stranger needs to know before they count anything in the files beside it. */
export function dataCard(card: Card): string {
  const { request, process, counts, origin, made, checkpoint } = card
  const address = `${origin}/requests/${request.docket}`
  const deadline = inZone(request.deadline.at, request.deadline.zone, defaultLocale)
  const values = { title: request.title, docket: request.docket, process: process.name, address }
  return [
    `# ${request.title}`,
    '',
    t('cardWhat', values),
    '',
    section(t('cardWhen'), t('cardMade', { made: made.toISOString() }), t('cardDeadline', { deadline })),
    section(t('cardAsked'), ...(request.questions.length > 0 ? questionsOf(card) : [t('cardNoQuestions')])),
    section(t('cardCounts'), countsOf(counts)),
    section(t('cardMissing'), t('cardMissingText')),
    section(t('cardGroups'), t('cardGroupsText')),
    section(t('cardFiles'), t('cardFilesText')),
    checkOf({ origin, checkpoint }),
  ].join('\n')
}

const checkOf = ({ origin, checkpoint }: Pick<Making, 'origin' | 'checkpoint'>) =>
  section(t('cardCheck'), t('cardCheckText', { origin }), '', '```', checkpoint.trimEnd(), '```')

/** The same for every docket of a process, each of which has a folder and a card of its own. */
export function processCard({ process, dockets, origin, made, checkpoint }: ProcessCard): string {
  const address = `${origin}/processes/${process.slug}`
  const lines = dockets.map(({ request: { docket, title }, counts: { received, posted } }) =>
    t('cardDocket', { docket, title, received, posted }),
  )
  return [
    `# ${process.name}`,
    '',
    t('cardProcessWhat', { process: process.name, address, count: dockets.length }),
    '',
    section(t('cardWhen'), t('cardMade', { made: made.toISOString() })),
    section(t('cardDockets'), ...lines),
    section(t('cardMissing'), t('cardMissingText')),
    checkOf({ origin, checkpoint }),
  ].join('\n')
}

/** What each column of `comments.csv` holds. */
export function dictionary(scope: Pick<Scope, 'requests' | 'whole'>): string {
  const rows = columnsFor(scope).map(({ name, meaning: { key, number } }) => [
    name,
    t(`column-${key}`, { number: number ?? 0 }),
  ])
  return [['column', 'meaning'], ...rows].map(csvLine).join('')
}

export const licence = (): string => `${t('licenceText')}\n`
