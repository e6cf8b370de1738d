import type { ProcessBandProps } from '../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../platform/i18n/index.ts'
import type { Instant } from '../platform/time.ts'
import { daysLeft, nextStage, type Process, stageAt } from './model.ts'
import { words } from './words.ts'

/** What the outcome of a process is, and what it binds anyone to. */
export function useOutcomeLine({
  outcomeCharacter,
  binding,
}: Pick<Process, 'outcomeCharacter' | 'binding'>): string {
  const t = useWords(words)
  return t('outcomeLine', { character: t(outcomeCharacter), binding: t(binding) })
}

/** When a request takes comments. */
interface Open {
  opensAt?: Instant
  deadline: { at: Instant }
}

const isOpen = ({ opensAt, deadline }: Open, now: Instant) => now < deadline.at && !(opensAt && now < opensAt)

/** The days left to comment while a request is open, and else those left of the stage. */
function useDaysLeft({ stages }: Process, now: Instant, request: Open | undefined): string | undefined {
  const t = useWords(words)
  if (request && isOpen(request, now)) return t('daysToComment', { days: daysLeft(now, request.deadline.at) })
  const current = stageAt(stages, now)
  return current && t('daysOfStage', { days: daysLeft(now, current.closes) })
}

/** The band that every page of a process carries: its name, its outcome, where it stands; on a request's pages, its deadline. */
export function useProcessBand(process: Process, now: Instant, request?: Open): ProcessBandProps {
  const t = useWords(words)
  const locale = useLocale()
  const outcome = useOutcomeLine(process)
  const { slug, name, stages, zone } = process
  const current = stageAt(stages, now)
  const next = nextStage(stages, now)
  const left = useDaysLeft(process, now, current?.name === 'comments' ? request : undefined)
  const ended = stages.filter((stage) => stage.closes <= now).length
  const bar = {
    stages: stages.map((stage) => stage.title),
    now: current ? stages.indexOf(current) : ended === stages.length ? ended : -1,
    ...(left && { left }),
    ...(next && { next: t('nextStage', { title: next.title, day: dayIn(next.opens, zone, locale) }) }),
  }
  return { name, href: `/processes/${slug}`, outcome, ...(stages.length > 0 && { stages: bar }) }
}
