import type { ComponentChildren } from 'preact'
import { useWords } from '../i18n/index.ts'
import { words } from './words.ts'

export interface StageBarProps {
  stages: readonly string[]
  /** Position in `stages` of the one that runs now; the length of the list when all are done. */
  now: number
  /** How long that lasts, in words. */
  left?: string
  next?: string
}

const strong = (name: ComponentChildren) => (
  <strong>
    <bdi>{name}</bdi>
  </strong>
)

/** Where the process is, how long that lasts, and what happens next. */
export function StageBar({ stages, now, left, next }: StageBarProps) {
  const t = useWords(words)
  return (
    <div class="parley-stages">
      <ol class="parley-stages__list" aria-label={t('stages')}>
        {stages.map((name, at) => (
          <li
            key={name}
            class={`parley-stages__stage parley-stages__stage--${at < now ? 'done' : at === now ? 'now' : 'ahead'}`}
            aria-current={at === now ? 'step' : undefined}
          >
            <span class="parley-stages__name">
              <bdi>{name}</bdi>
              {at < now && <span class="govuk-visually-hidden"> ({t('stageDone')})</span>}
            </span>
          </li>
        ))}
      </ol>
      <p class="parley-stages__line">
        {stages[now] && (
          <span>
            {t.rich('stageNow', { number: now + 1, total: stages.length, name: stages[now], now: strong })}
          </span>
        )}
        {left && <strong>{left}</strong>}
        {next && <span>{t('whatNext', { next })}</span>}
      </p>
    </div>
  )
}
