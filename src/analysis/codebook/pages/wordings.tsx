import { Time } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CodeWording } from '../model.ts'
import { words } from '../words.ts'

export interface WordingsProps {
  process: { zone: string }
  /** The newest first; `by` is nobody where the name was erased. */
  wordings: readonly (CodeWording & { at: Instant; by: string | undefined })[]
}

export function Wordings({ process: { zone }, wordings }: WordingsProps) {
  const t = useWords(words)
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">{t('history')}</h2>
      <ol class="govuk-list govuk-list--number" reversed>
        {wordings.map(({ at, by, name, definition, example }) => (
          <li key={at.getTime()}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            {definition && <p dir="auto">{definition}</p>}
            {example && <p dir="auto">{t('exampleIs', { example })}</p>}
            <p class="parley-muted">
              <Time at={at} zone={zone} /> {t('historyBy', { name: by ?? t('someone') })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
