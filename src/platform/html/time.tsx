import { inZone, locales, useLocale, useWords } from '../i18n/index.ts'
import type { Instant } from '../time.ts'
import { useIsland } from './chrome.tsx'
import { words } from './words.ts'

interface Props {
  at: Instant
  zone?: string
}

/** A moment in UTC, or in the zone that the page has reason to name. */
export function Time({ at, zone = 'UTC' }: Props) {
  return <time dateTime={at.toISOString()}>{inZone(at, zone, useLocale())}</time>
}

/** The zone a deadline was announced in comes first; the reader's own follows where script runs. */
export function Deadline({ at, zone }: Required<Props>) {
  useIsland('local-time')
  const t = useWords(words)
  return (
    <>
      <Time at={at} zone={zone} />
      <span
        class="parley-local"
        lang={locales[useLocale()].dates}
        data-island="local-time"
        data-at={at.toISOString()}
        data-zone={zone}
        data-words-other={t('localTime', { time: '{time}', zone: '{zone}' })}
        data-words-same={t('localTimeSame')}
      />
    </>
  )
}
