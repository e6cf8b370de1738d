import { inZone, useLocale, useWords } from '../i18n/index.ts'
import type { Instant } from '../time.ts'
import { useIsland } from './chrome.tsx'
import { words } from './words.ts'

interface Props {
  at: Instant
  zone?: string
}

/** A moment in UTC or a zone of the page's choosing. */
export function Time({ at, zone = 'UTC' }: Props) {
  return <time dateTime={at.toISOString()}>{inZone(at, zone, useLocale())}</time>
}

/** The zone a deadline was announced in comes first; the reader's own follows where script runs. */
export function Deadline({ at, zone }: Required<Props>) {
  useIsland('local-time')
  const template = useWords(words)('localTime', { time: '{time}' })
  return (
    <time dateTime={at.toISOString()} data-island="local-time" data-zone={zone} data-words={template}>
      {inZone(at, zone, useLocale())}
    </time>
  )
}
