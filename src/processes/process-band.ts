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

/** The band that every page of a process carries: its name, its outcome character and where it stands. */
export function useProcessBand(process: Process, now: Instant): ProcessBandProps {
  const t = useWords(words)
  const locale = useLocale()
  const outcome = useOutcomeLine(process)
  const { slug, name, stages, zone } = process
  const current = stageAt(stages, now)
  const next = nextStage(stages, now)
  const ended = stages.filter((stage) => stage.closes <= now).length
  const bar = {
    stages: stages.map((stage) => stage.title),
    now: current ? stages.indexOf(current) : ended === stages.length ? ended : -1,
    ...(current && { daysLeft: daysLeft(now, current.closes) }),
    ...(next && { next: t('nextStage', { title: next.title, day: dayIn(next.opens, zone, locale) }) }),
  }
  return { name, href: `/processes/${slug}`, outcome, ...(stages.length > 0 && { stages: bar }) }
}
