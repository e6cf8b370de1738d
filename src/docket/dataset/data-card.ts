import { defaultLocale, inZone } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Counts } from '../reading/model.ts'
import { columnsFor } from './columns.ts'
import { csvLine } from './csv.ts'
import type { About } from './formats.ts'
import { words } from './words.ts'

const t = words.in(defaultLocale)

interface Card extends About {
  counts: Counts
  origin: string
  made: Instant
  /** The newest of the log, as signed. */
  checkpoint: string
}

const section = (title: string, ...paragraphs: string[]) => [`## ${title}`, '', ...paragraphs, ''].join('\n')

function questionsOf({ request }: About): string[] {
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
    section(t('cardCheck'), t('cardCheckText', { origin }), '', '```', checkpoint.trimEnd(), '```'),
  ].join('\n')
}

/** What each column of `comments.csv` holds. */
export function dictionary({ request }: About): string {
  const rows = columnsFor(request).map(({ name, meaning: { key, number } }) => [
    name,
    t(`column-${key}`, { number: number ?? 0 }),
  ])
  return [['column', 'meaning'], ...rows].map(csvLine).join('')
}

export const licence = (): string => `${t('licenceText')}\n`
